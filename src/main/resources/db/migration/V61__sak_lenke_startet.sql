-- Whether the first case started the second; otherwise the two only belong together.
ALTER TABLE sak_lenke ADD COLUMN startet BOOLEAN DEFAULT TRUE NOT NULL;
