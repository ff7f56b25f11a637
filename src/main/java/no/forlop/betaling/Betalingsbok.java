package no.forlop.betaling;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of paid days; written in the engine's transaction. */
@Repository
class Betalingsbok {

  private static final String VELG = "SELECT saksnummer, satstabell, fra, til FROM betaling WHERE NOT annullert ";

  private final JdbcClient jdbc;

  Betalingsbok(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens a period, or opens the one of the same first day again: then the offer was not ready after all. */
  void apne(String saksnummer, String satstabell, LocalDate fra) {
    int apnet = jdbc.sql("UPDATE betaling SET til = NULL, annullert = FALSE WHERE saksnummer = ? AND fra = ?")
        .params(saksnummer, fra).update();
    if (apnet == 0) {
      jdbc.sql("INSERT INTO betaling (saksnummer, satstabell, fra) VALUES (?, ?, ?)")
          .params(saksnummer, satstabell, fra).update();
    }
  }

  void lukk(String saksnummer, LocalDate til) {
    jdbc.sql("UPDATE betaling SET til = ? WHERE saksnummer = ? AND til IS NULL").params(til, saksnummer).update();
  }

  void annuller(String saksnummer) {
    jdbc.sql("UPDATE betaling SET annullert = TRUE WHERE saksnummer = ?").param(saksnummer).update();
  }

  List<Periode> forSak(String saksnummer) {
    return jdbc.sql(VELG + "AND saksnummer = ? ORDER BY fra").param(saksnummer).query(Periode.class).list();
  }

  List<Periode> alle() {
    return jdbc.sql(VELG + "ORDER BY fra, saksnummer").query(Periode.class).list();
  }

  List<Periode> forSaker(Collection<String> saksnumre) {
    return saksnumre.isEmpty() ? List.of() : jdbc.sql(VELG + "AND saksnummer IN (:saker) ORDER BY fra")
        .param("saker", saksnumre).query(Periode.class).list();
  }

  /** Days of one rate table in one year. */
  record Aarsdogn(String satstabell, int aar, long dogn) {}

  /** The first day that counts, or null. */
  LocalDate forsteDag() {
    return jdbc.sql("SELECT MIN(fra) AS fra FROM betaling WHERE NOT annullert")
        .query((rs, nr) -> rs.getObject("fra", LocalDate.class)).list().get(0);
  }

  /** Days by year, summed by the database; a period that still runs counts as if it ended on {@code iDag}. */
  List<Aarsdogn> dognPerAar(LocalDate iDag, LocalDate fra, LocalDate tilOgMed) {
    Map<String, Object> grenser = new HashMap<>(Map.of("idag", iDag));
    String aarene = IntStream.rangeClosed(fra.getYear(), tilOgMed.getYear()).mapToObj(aar -> {
      LocalDate forste = LocalDate.of(aar, 1, 1);
      LocalDate neste = forste.plusYears(1);
      grenser.put("f" + aar, forste.isBefore(fra) ? fra : forste);
      grenser.put("t" + aar, neste.isAfter(tilOgMed) ? tilOgMed.plusDays(1) : neste);
      return "SELECT %1$d AS aar, CAST(:f%1$d AS DATE) AS forste, CAST(:t%1$d AS DATE) AS neste".formatted(aar);
    }).collect(Collectors.joining(" UNION ALL "));
    return jdbc.sql("""
        SELECT satstabell, aar, SUM(EXTRACT(EPOCH FROM LEAST(slutt, neste)) - EXTRACT(EPOCH FROM GREATEST(fra, forste))) / 86400 AS dogn
          FROM (SELECT satstabell, fra, COALESCE(til, CAST(:idag AS DATE)) AS slutt FROM betaling WHERE NOT annullert) b
          JOIN (""" + aarene + """
        ) a ON b.fra < a.neste AND b.slutt > a.forste
         GROUP BY satstabell, aar ORDER BY aar, satstabell
        """).params(grenser)
        .query((rs, nr) -> new Aarsdogn(rs.getString("satstabell"), rs.getInt("aar"), Math.round(rs.getDouble("dogn")))).list();
  }

  /** A page of cases, those that run first, then the newest; after the given one, or from the beginning. */
  List<Betalingssak> saker(int antall, Betalingssak etter) {
    String videre = etter == null ? "" : """
        WHERE loper < :loper OR loper = :loper AND (fra < :fra OR fra = :fra AND saksnummer > :sak)
        """;
    var sporring = jdbc.sql("""
        SELECT saksnummer, fra, til FROM (
          SELECT saksnummer, MIN(fra) AS fra, CASE WHEN COUNT(*) = COUNT(til) THEN MAX(til) END AS til,
                 CASE WHEN COUNT(*) = COUNT(til) THEN 0 ELSE 1 END AS loper
            FROM betaling WHERE NOT annullert GROUP BY saksnummer) s
        """ + videre + " ORDER BY loper DESC, fra DESC, saksnummer FETCH FIRST :antall ROWS ONLY").param("antall", antall);
    if (etter != null) {
      sporring = sporring.param("loper", etter.loper() ? 1 : 0).param("fra", etter.fra()).param("sak", etter.saksnummer());
    }
    return sporring.query(Betalingssak.class).list();
  }
}
