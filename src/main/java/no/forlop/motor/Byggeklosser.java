package no.forlop.motor;

import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * What models may call by name, and nothing else of the application: otherwise a model could reach the database and the
 * mail server, and a variable that is not set yet would be read as a bean that happens to have its name.
 */
@Component
public class Byggeklosser extends AbstractProcessEnginePlugin {

  /** The names of the building blocks. */
  public static final Set<String> NAVN = Set.of("frist", "plass", "sak", "person", "varsel", "tilgang", "betaling");

  /** What the filters in Tasklist ask, which are expressions too. */
  private static final Set<String> I_FILTRE = Set.of("tasklist");

  private final ApplicationContext bonner;

  Byggeklosser(ApplicationContext bonner) {
    this.bonner = bonner;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl motor) {
    var byggeklosser = new VedNavn();
    // Scripts read the one, expressions the other, which Spring made before any plugin was asked.
    motor.setBeans(byggeklosser);
    motor.setExpressionManager(new SpringExpressionManager(bonner, byggeklosser));
  }

  /** Finds each one when it is called, since the building blocks themselves need the engine. */
  private class VedNavn extends AbstractMap<Object, Object> {

    @Override
    public boolean containsKey(Object navn) {
      return NAVN.contains(navn) || I_FILTRE.contains(navn);
    }

    @Override
    public Object get(Object navn) {
      return containsKey(navn) ? bonner.getBean((String) navn) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      return NAVN.stream().map(navn -> new SimpleEntry<Object, Object>(navn, bonner.getBean(navn)))
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }
}
