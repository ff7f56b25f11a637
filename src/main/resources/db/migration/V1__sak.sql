CREATE TABLE sak (
  saksnummer     VARCHAR(32)  NOT NULL PRIMARY KEY,
  forlop         VARCHAR(64)  NOT NULL,
  prosessinstans VARCHAR(64)  NOT NULL,
  pasient_id     VARCHAR(64),
  opprettet      TIMESTAMP    NOT NULL,
  opprettet_av   VARCHAR(255),
  avsluttet      TIMESTAMP,
  utfall         VARCHAR(64),
  utfall_navn    VARCHAR(255)
);
CREATE INDEX sak_prosessinstans ON sak (prosessinstans);
CREATE INDEX sak_pasient ON sak (pasient_id, avsluttet);
CREATE INDEX sak_forlop ON sak (forlop, opprettet);

CREATE TABLE sak_lenke (
  fra       VARCHAR(32) NOT NULL REFERENCES sak (saksnummer),
  til       VARCHAR(32) NOT NULL REFERENCES sak (saksnummer),
  opprettet TIMESTAMP   NOT NULL,
  PRIMARY KEY (fra, til)
);
CREATE INDEX sak_lenke_til ON sak_lenke (til);

CREATE TABLE sak_teller (
  prefiks VARCHAR(8) NOT NULL,
  aar     INTEGER    NOT NULL,
  siste   INTEGER    NOT NULL,
  PRIMARY KEY (prefiks, aar)
);
