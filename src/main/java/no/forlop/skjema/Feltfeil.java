package no.forlop.skjema;

/**
 * What is wrong with one field of a form. Never holds the value.
 *
 * @param felt key of the field; rows as {@code barn[2].navn}
 * @param etikett the field's label, as staff see it
 * @param feil what is wrong, in bokmål
 * @param tillatt what is allowed, in bokmål; null when there is nothing to add
 */
public record Feltfeil(String felt, String etikett, String feil, String tillatt) {

  String tekst() {
    return etikett + ": " + feil + (tillatt == null ? "" : " (tillatt: " + tillatt + ")");
  }
}
