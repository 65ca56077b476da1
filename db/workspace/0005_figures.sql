-- Format 5 of a workspace file: outputs of facilities (stage|facility, of a mineral) and imports by value can be assumed.
-- Neither may be below zero, so that the table stays as it is.

UPDATE meta SET value = 'Adit 0.5' WHERE key = 'needs';
