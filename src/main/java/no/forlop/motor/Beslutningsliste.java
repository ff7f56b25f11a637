package no.forlop.motor;

import java.util.List;
import org.camunda.spin.impl.json.jackson.format.JacksonJsonDataFormat;
import org.camunda.spin.spi.DataFormatConfigurator;
import org.camunda.spin.spi.TypeDetector;

/**
 * Lets a list from a decision table ({@code ["1 uke","4 uker"]}) be kept as a variable: FEEL gives a wrapped Scala list,
 * which JSON could write but not read back in the next transaction.
 */
public class Beslutningsliste implements DataFormatConfigurator<JacksonJsonDataFormat>, TypeDetector {

  @Override
  public Class<JacksonJsonDataFormat> getDataFormatClass() {
    return JacksonJsonDataFormat.class;
  }

  @Override
  public void configure(JacksonJsonDataFormat format) {
    format.addTypeDetector(this);
  }

  @Override
  public boolean canHandle(Object verdi) {
    return verdi instanceof List && verdi.getClass().getName().contains(".scala.");
  }

  @Override
  public String detectType(Object verdi) {
    return "java.util.ArrayList<java.lang.Object>";
  }
}
