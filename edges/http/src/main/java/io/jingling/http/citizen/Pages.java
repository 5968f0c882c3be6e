package io.jingling.http.citizen;

import io.jingling.http.citizen.Views.AdviceOf;
import io.jingling.http.citizen.Views.CaseLine;
import io.jingling.http.citizen.Views.CaseView;
import io.jingling.http.citizen.Views.Choices;
import io.jingling.http.citizen.Views.Draft;
import io.jingling.http.citizen.Views.Guards;
import io.jingling.http.citizen.Views.RecentCall;
import io.jingling.http.citizen.Visit.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates, each with what it may speak of; checked when the server is built. */
@CheckedTemplate(basePath = "citizen")
final class Pages {
    private Pages() {}

    static native TemplateInstance logIn(Page page, boolean canSend, String typed, String problem);

    /** @param demo the message that goes to no telephone; empty where it was sent */
    static native TemplateInstance code(Page page, String number, String demo, String problem);

    static native TemplateInstance home(Page page, List<RecentCall> calls);

    static native TemplateInstance number(Page page, Draft draft, String problem);

    static native TemplateInstance kind(Page page, Draft draft, Choices choices);

    static native TemplateInstance evidence(Page page, Draft draft, Choices choices, String problem);

    static native TemplateInstance cases(Page page, List<CaseLine> cases);

    static native TemplateInstance one(Page page, CaseView about, String said);

    static native TemplateInstance guide(
            Page page, String carrier, List<AdviceOf> carriers, List<AdviceOf> handsets, List<AdviceOf> others);

    static native TemplateInstance guard(Page page, Guards guards, String typed, String said, String problem);

    /** @param demo the message that goes to no telephone; empty where it was sent */
    static native TemplateInstance guardCode(Page page, String number, String demo, String problem);

    static native TemplateInstance guarded(Page page, CaseView about);

    /** What went wrong and what to do next. */
    static native TemplateInstance problem(Page page, String text);
}
