package no.forlop.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Searches the whole database for identity that should not be there: every column of every table, the engine's and our
 * own, history and byte arrays included. The register's own columns hold ciphertext, so they are searched too.
 *
 * <pre>{@code
 * IdentitetsSok sok = IdentitetsSok.etter("Solvår Tangstad", "97001234", nummer);
 * sok.finnesIkkeI(dataSource);
 * sok.finnesIkkeI("log", output.getAll());
 * }</pre>
 */
public final class IdentitetsSok {

  private final Set<String> hemmeligheter = new LinkedHashSet<>();

  private IdentitetsSok(Collection<String> hemmeligheter) {
    for (String en : hemmeligheter) {
      this.hemmeligheter.add(en.toLowerCase(Locale.ROOT));
      if (en.matches("[+0-9 ]+")) {
        this.hemmeligheter.add(en.replaceAll("[^0-9]", ""));
      } else {
        this.hemmeligheter.addAll(List.of(en.toLowerCase(Locale.ROOT).split(" ")));
      }
    }
  }

  /** Numbers, phones and full names; numbers are sought without blanks too, names also part by part. */
  public static IdentitetsSok etter(String... hemmeligheter) {
    return new IdentitetsSok(List.of(hemmeligheter));
  }

  /** Asserts that no table of the database holds any of it. */
  public void finnesIkkeI(DataSource base) {
    assertThat(treff(base)).as("Identity outside the register").isEmpty();
  }

  /** Asserts that a text (log, mail) holds none of it. */
  public void finnesIkkeI(String hva, String tekst) {
    assertThat(i(tekst)).as("Identity in " + hva).isEmpty();
  }

  /** Where it was found: "TABLE.COLUMN: what". */
  public List<String> treff(DataSource base) {
    List<String> treff = new ArrayList<>();
    try (Connection forbindelse = base.getConnection()) {
      List<String> tabeller = new ArrayList<>();
      try (ResultSet rs = forbindelse.getMetaData().getTables(null, forbindelse.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
        while (rs.next()) {
          tabeller.add(rs.getString("TABLE_NAME"));
        }
      }
      assertThat(tabeller).as("tables searched").anyMatch(navn -> navn.equalsIgnoreCase("ACT_HI_DETAIL"))
          .anyMatch(navn -> navn.equalsIgnoreCase("ACT_GE_BYTEARRAY"));
      for (String tabell : tabeller) {
        sokITabell(forbindelse, tabell, treff);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return treff;
  }

  private void sokITabell(Connection forbindelse, String tabell, List<String> treff) throws SQLException {
    try (ResultSet rs = forbindelse.createStatement().executeQuery("SELECT * FROM \"" + tabell + "\"")) {
      int kolonner = rs.getMetaData().getColumnCount();
      while (rs.next()) {
        for (int i = 1; i <= kolonner; i++) {
          String kolonne = tabell + "." + rs.getMetaData().getColumnName(i);
          String type = rs.getMetaData().getColumnTypeName(i).toLowerCase(Locale.ROOT);
          if (type.contains("binary") || type.contains("blob") || type.contains("bytea")) {
            byte[] bytes = rs.getBytes(i);
            if (bytes != null) {
              i(new String(bytes, StandardCharsets.UTF_8)).forEach(funnet -> treff.add(kolonne + ": " + funnet));
              i(new String(bytes, StandardCharsets.ISO_8859_1)).forEach(funnet -> treff.add(kolonne + ": " + funnet));
            }
          } else {
            i(rs.getString(i)).forEach(funnet -> treff.add(kolonne + ": " + funnet));
          }
        }
      }
    }
  }

  private List<String> i(String tekst) {
    if (tekst == null) {
      return List.of();
    }
    String smaa = tekst.toLowerCase(Locale.ROOT);
    return hemmeligheter.stream().filter(smaa::contains).toList();
  }
}
