package no.forlop.skjema;

import java.util.Map;
import java.util.function.Predicate;
import no.forlop.Avvist;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Leads every way into a case from outside through its form, and turns what was refused into a 400.
 *
 * <p>Commands inside another command (call activities, delegates, listeners) and those marked by {@link Innenfra} pass. The
 * engine's commands keep their arguments to themselves, hence the reading of fields.
 */
final class Inngang extends CommandInterceptor {

  private final Predicate<String> inneholderNummer;

  /** @param inneholderNummer tells whether a text holds an identity number */
  Inngang(Predicate<String> inneholderNummer) {
    this.inneholderNummer = inneholderNummer;
  }

  @Override
  public <T> T execute(Command<T> kommando) {
    if (Context.getCommandContext() != null) {
      return next.execute(kommando);
    }
    try {
      return next.execute(Innenfra.betrodd() ? kommando : gjennomSkjema(kommando));
    } catch (RuntimeException e) {
      Avvist avvist = avvist(e);
      if (avvist != null) {
        throw new AvvistSvar(avvist);
      }
      throw e;
    }
  }

  @SuppressWarnings("unchecked")
  private <T> Command<T> gjennomSkjema(Command<T> kommando) {
    if (kommando.getClass() == CompleteTaskCmd.class) {
      return (Command<T>) new FullforMedSkjema((CompleteTaskCmd) kommando, felt(kommando, "taskId"), felt(kommando, "variables"),
          felt(kommando, "returnVariables"), felt(kommando, "deserializeReturnedVariables"));
    }
    if (kommando.getClass() == StartProcessInstanceCmd.class) {
      return (Command<T>) new StartMedSkjema((StartProcessInstanceCmd) kommando, felt(kommando, "instantiationBuilder"));
    }
    if (kommando instanceof StartProcessInstanceAtActivitiesCmd) {
      ProcessInstantiationBuilderImpl start = felt(kommando, "instantiationBuilder");
      return new BareUtenSkjema<>(kommando, BareUtenSkjema.start(start), "Saken må startes med startskjemaet.");
    }
    if (kommando instanceof SetTaskVariablesCmd || kommando instanceof RemoveTaskVariablesCmd
        || kommando instanceof PatchTaskVariablesCmd) {
      return new BareUtenSkjema<>(kommando, BareUtenSkjema.oppgave(felt(kommando, "entityId")),
          "Svarene i en oppgave kan bare lagres ved å fullføre skjemaet.");
    }
    if (kommando instanceof HandleTaskBpmnErrorCmd || kommando instanceof HandleTaskEscalationCmd) {
      return new BareUtenSkjema<>(kommando, BareUtenSkjema.oppgave(felt(kommando, "taskId")),
          "Oppgaven kan bare fullføres med skjemaet.");
    }
    if (kommando instanceof CreateAttachmentCmd) {
      return new BareUtenSkjema<>(kommando, BareUtenSkjema.oppgave(felt(kommando, "taskId")), "Filer kan ikke legges ved saken.");
    }
    if (kommando instanceof AddCommentCmd || kommando instanceof UpdateCommentCmd) {
      String tekst = felt(kommando, "message");
      return new BareUtenSkjema<>(kommando, kontekst -> tekst != null && inneholderNummer.test(tekst),
          "Kommentaren inneholder et fødselsnummer eller D-nummer og er ikke lagret.");
    }
    if (kommando instanceof ResolveTaskCmd) {
      Map<String, Object> variabler = felt(kommando, "variables");
      return variabler == null || variabler.isEmpty() ? kommando : new BareUtenSkjema<>(kommando,
          BareUtenSkjema.oppgave(felt(kommando, "taskId")), "Oppgaven kan bare fullføres med skjemaet.");
    }
    return kommando;
  }

  @SuppressWarnings("unchecked")
  private static <V> V felt(Command<?> kommando, String navn) {
    return (V) new DirectFieldAccessor(kommando).getPropertyValue(navn);
  }

  private static Avvist avvist(Throwable feil) {
    for (Throwable arsak = feil; arsak != null; arsak = arsak.getCause()) {
      if (arsak instanceof Avvist avvist) {
        return avvist;
      }
    }
    return null;
  }
}
