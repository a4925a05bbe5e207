"""What is written of a meeting: from the log to the record, the decisions, the report, the journal.

`told.tell` replays a log by the same fold that the live floor uses and says of each event what a
secretariat would write, in three languages at once; `documents`, `report` and `journal` set these
lines in order. Pure: no database, no clock.

A narrator is one function in the module of its subject (`of_meetings`, `of_speakers`, `of_order`,
`of_texts`, `of_votes`, `of_elections`); its sentences stand in `sentences.toml`. Nothing here reads
the English notes that the fold keeps for its own answers.
"""
