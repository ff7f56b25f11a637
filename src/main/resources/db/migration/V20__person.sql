-- The register of persons. Columns of identity hold ciphertext (AES-GCM, base64); nummer_oppslag is a keyed digest.
CREATE TABLE person (
  id varchar(36) PRIMARY KEY,
  slag varchar(10) NOT NULL CHECK (slag IN ('kjent', 'ukjent', 'anonym')),
  merke varchar(40) NOT NULL,
  kjonn varchar(10) NOT NULL,
  nummertype varchar(15),
  nummer varchar(200),
  nummer_oppslag varchar(64) CONSTRAINT person_nummer UNIQUE,
  navn varchar(1000),
  telefon varchar(200),
  epost varchar(1000),
  adresse varchar(2000),
  fodselsdato varchar(200),
  sprak varchar(100),
  tolk boolean,
  flyttet_til varchar(36) REFERENCES person (id),
  opprettet timestamp with time zone NOT NULL,
  endret timestamp with time zone NOT NULL
);
CREATE INDEX person_flyttet ON person (flyttet_til);

-- Running numbers of "Ukjent 12" and "Anonym 7"; the row 'nummer' is the lock that serialises registration by number.
CREATE TABLE person_teller (
  slag varchar(10) PRIMARY KEY,
  siste integer NOT NULL
);
INSERT INTO person_teller (slag, siste) VALUES ('ukjent', 0), ('anonym', 0), ('nummer', 0);

-- Who is what to a patient, and in which case (id of its root process instance) it was told.
-- A row with the same person twice: told about in a case that is about nobody yet.
CREATE TABLE person_relasjon (
  person_id varchar(36) NOT NULL REFERENCES person (id),
  annen_id varchar(36) NOT NULL REFERENCES person (id),
  rolle varchar(30) NOT NULL,
  relasjon varchar(100),
  sak varchar(64) NOT NULL,
  opprettet timestamp with time zone NOT NULL,
  PRIMARY KEY (person_id, annen_id, rolle, sak)
);
CREATE INDEX person_relasjon_annen ON person_relasjon (annen_id);

-- Every look at an identity: who, in which role, when, in which task and case, at whom.
CREATE TABLE person_innsyn (
  id varchar(36) PRIMARY KEY,
  tid timestamp with time zone NOT NULL,
  bruker varchar(100) NOT NULL,
  roller varchar(1000) NOT NULL,
  oppgave varchar(64) NOT NULL,
  oppgavenavn varchar(255),
  sak varchar(255),
  person_id varchar(36) NOT NULL REFERENCES person (id),
  som varchar(30) NOT NULL
);
CREATE INDEX person_innsyn_person ON person_innsyn (person_id, tid);
CREATE INDEX person_innsyn_bruker ON person_innsyn (bruker, tid);
