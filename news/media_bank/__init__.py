"""The media bank: originals for print, which anybody may download, without login.

What it holds is decided in one place (`membership`), anew at each look: no picture is put in or taken out by a click,
so one whose consent ends, whose release is hidden or whose maker is not known any more is gone at once. The press room
serves the originals (`serving`) and lists them (`rows`, `shown`); a release shows its own, with a ZIP that is one of
its renderings (`news/renderings/zipped.py`). Editors are told what a picture lacks (`requirements`) and what was
withdrawn (`report`).
"""
