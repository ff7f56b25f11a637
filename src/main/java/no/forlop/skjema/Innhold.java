package no.forlop.skjema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.forlop.person.Egenskap;
import no.forlop.person.Personopplysninger;
import no.forlop.person.Slag;

/** A form that was found right, sorted into what becomes variables and what goes to the register of persons. */
final class Innhold {

  /** Plain answers by variable name; never identity. */
  final ObjectNode svar = JsonNodeFactory.instance.objectNode();

  /** Names that got no answer because their field was hidden or only shown; prior values stay. */
  final Set<String> uberort = new LinkedHashSet<>();

  /** Persons told about outside lists, by role, whether anything was filled in or not. */
  final Map<String, Person> roller = new LinkedHashMap<>();

  /** Persons told about in lists, in order. */
  final List<Person> rader = new ArrayList<>();

  /** Answers that are copied to the patient's row: what, and the answer. */
  final Map<String, JsonNode> tilRegister = new LinkedHashMap<>();

  /** Answer to the standard field personstatus; null when not asked or not answered. */
  Slag status;

  /** Whether the form asks for the person's status (shown or not). */
  boolean sporOmStatus;

  /** One person in a form: where the pieces stood, and the row of a list that gets id and merke. */
  static final class Person {

    final String rolle;
    final ObjectNode rad;
    final Map<Egenskap, Feltsted> felt = new EnumMap<>(Egenskap.class);
    Personopplysninger opplysninger = new Personopplysninger();

    Person(String rolle, ObjectNode rad) {
      this.rolle = rolle;
      this.rad = rad;
    }
  }

  /** Where a field stands, for messages. */
  record Feltsted(String sti, String etikett) {}
}
