package no.forlop.person;

/**
 * A person as the Person tab shows him or her. Only {@link Personregister#personForOppgave(String)} hands it out.
 *
 * @param rolle what the person is in the case: pasient, parorende, barn, melder, avdod
 * @param relasjon relation to the patient in words (mor, samboer …); null when not told
 * @param nummertype FODSELSNUMMER, DNUMMER or HNUMMER; null without a number
 * @param fodselsdato ISO date; null when unknown
 * @param sprak language; null when not told
 * @param tolk whether an interpreter is needed; null when not told
 */
public record Personkort(
    String personId,
    String rolle,
    String relasjon,
    String merke,
    String slag,
    String nummertype,
    String nummer,
    String navn,
    String telefon,
    String epost,
    String adresse,
    String fodselsdato,
    String kjonn,
    String sprak,
    Boolean tolk) {

  @Override
  public String toString() {
    return "Personkort[" + rolle + " " + merke + "]";
  }
}
