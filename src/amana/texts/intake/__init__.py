"""Files from elsewhere: DOCX, HTML, plain text and Akoma Ntoso, read into blocks.

Nothing is written here. The form of a file is never refused, only danger: a doubt is a warning
with its line.
"""

from amana.texts.intake.intake import Intake, read_bytes, read_file
from amana.texts.intake.together import together

__all__ = ["Intake", "read_bytes", "read_file", "together"]
