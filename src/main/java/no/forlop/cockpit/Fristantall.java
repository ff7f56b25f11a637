package no.forlop.cockpit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many open deadlines stand in each way. */
record Fristantall(long brutt, long idag, long uke, long senere, long pauset) {

  static final Fristantall INGEN = new Fristantall(0, 0, 0, 0, 0);

  @JsonProperty
  long alle() {
    return brutt + idag + uke + senere + pauset;
  }

  Fristantall og(Fristantall annet) {
    return new Fristantall(brutt + annet.brutt, idag + annet.idag, uke + annet.uke, senere + annet.senere,
        pauset + annet.pauset);
  }
}
