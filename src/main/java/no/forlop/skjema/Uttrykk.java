package no.forlop.skjema;

import camundajar.impl.scala.util.Either;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** Evaluates the FEEL expressions of forms with the engine that the decisions use. */
final class Uttrykk {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FeelEngine feel = new FeelEngine.Builder().customValueMapper(new JavaValueMapper()).build();
  private final Map<String, ParsedExpression> lest = new ConcurrentHashMap<>();

  static boolean er(JsonNode node) {
    return node.isTextual() && node.asText().startsWith("=");
  }

  /** @return the result, or null where it cannot be evaluated, as in the browser */
  Object verdi(String uttrykk, Map<String, Object> navn) {
    Either<FeelEngine.Failure, Object> svar = feel.eval(lest.computeIfAbsent(uttrykk, this::les), navn);
    return svar.isRight() ? svar.getOrElse(() -> null) : null;
  }

  boolean sant(JsonNode uttrykk, Map<String, Object> navn) {
    return er(uttrykk) && Boolean.TRUE.equals(verdi(uttrykk.asText(), navn));
  }

  /** The node itself, or what its expression gives. */
  JsonNode node(JsonNode node, Map<String, Object> navn) {
    return er(node) ? JSON.valueToTree(verdi(node.asText(), navn)) : node;
  }

  private ParsedExpression les(String uttrykk) {
    Either<FeelEngine.Failure, ParsedExpression> svar = feel.parseExpression(uttrykk.substring(1));
    if (svar.isLeft()) {
      throw new IllegalStateException("A form holds an expression that is not FEEL: " + uttrykk);
    }
    return svar.getOrElse(() -> null);
  }
}
