package no.forlop.modell;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A text or an attribute of a model.
 *
 * @param id the nearest element around it that people know: a timer's or message's own definition is not
 * @param navn name of the XML element or attribute that holds it
 * @param tekst what stands there
 */
record Modelltekst(String id, String navn, String tekst) {

  private static final XMLInputFactory XML = XMLInputFactory.newInstance();

  static {
    XML.setProperty(XMLInputFactory.IS_COALESCING, true);
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
  }

  static List<Modelltekst> les(byte[] modell) throws XMLStreamException {
    List<Modelltekst> funnet = new ArrayList<>();
    Deque<String> ider = new ArrayDeque<>(List.of(""));
    Deque<String> navn = new ArrayDeque<>();
    XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(modell));
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String id = xml.getAttributeValue(null, "id");
          navn.push(xml.getLocalName());
          ider.push(id == null || xml.getLocalName().endsWith("EventDefinition") ? ider.peek() : id);
          for (int i = 0; i < xml.getAttributeCount(); i++) {
            funnet.add(new Modelltekst(ider.peek(), xml.getAttributeLocalName(i), xml.getAttributeValue(i)));
          }
          funnet.add(new Modelltekst(ider.peek(), xml.getLocalName(), ""));
        }
        case XMLStreamConstants.CHARACTERS -> funnet.add(new Modelltekst(ider.peek(), navn.peek(), xml.getText()));
        case XMLStreamConstants.END_ELEMENT -> {
          ider.pop();
          navn.pop();
        }
        default -> { }
      }
    }
    return funnet;
  }

  /** Whether the engine reads it as an expression. */
  boolean uttrykk() {
    return tekst.contains("${") || tekst.contains("#{");
  }
}
