"""Elections as arithmetic: what a ballot is, how it is counted, who is elected, what comes next.

Sources: rules 92 to 94 of the General Assembly; the drop-out of the African Union; settled points
Q32 to Q38 and Q45.
"""
