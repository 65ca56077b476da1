-- Format 5 of a workspace file: outputs of facilities (stage|facility, of a mineral), imports by value, the economic
-- importance of the EU method and the expected loss of GDP can be assumed. None of them may be below zero, so that the
-- table stays as it is.

UPDATE meta SET value = 'Adit 0.5' WHERE key = 'needs';
