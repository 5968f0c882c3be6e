package io.jingling.http.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The templates, each with what it may speak of; checked when the server is built. */
@CheckedTemplate(basePath = "console")
final class Pages {
    private Pages() {}

    /** @param problem empty where there is none */
    static native TemplateInstance logIn(Page page, String problem);

    static native TemplateInstance live(Page page, LiveView live);

    static native TemplateInstance rows(List<DecisionView> rows);

    static native TemplateInstance figures(Figures figures);

    static native TemplateInstance charts(Charts charts);

    static native TemplateInstance decision(Page page, DecisionView one);

    static native TemplateInstance why(Page page, WhyView why);

    static native TemplateInstance rehearsal(Page page, RehearsalView rehearsal);

    static native TemplateInstance findSubscriber(Page page, String typed, String problem);

    static native TemplateInstance wishes(Page page, WishesView wishes);

    static native TemplateInstance service(Page page, WishesView wishes, Toast toast);

    static native TemplateInstance settings(Page page, SettingsView settings, Toast toast);

    static native TemplateInstance list(Page page, ListView list, Toast toast);

    static native TemplateInstance campaigns(Page page, CampaignList list);

    static native TemplateInstance campaignRows(CampaignList list);

    static native TemplateInstance campaign(Page page, CampaignDetail campaign);

    static native TemplateInstance campaignNow(CampaignDetail campaign);

    static native TemplateInstance statistics(Page page, StatisticsView statistics);

    static native TemplateInstance detection(Page page, DetectionView detection);

    static native TemplateInstance detectionNow(Page page, DetectionView detection);

    static native TemplateInstance preview(Page page, ModelsView.Changes changes);

    static native TemplateInstance previewNow(Page page, ModelsView.Changes changes);

    static native TemplateInstance releases(Page page, ReleasesView releases);

    static native TemplateInstance releasesNow(Page page, ReleasesView releases);

    static native TemplateInstance cases(Page page, CasesView cases);

    /** A case as a page of its own. */
    static native TemplateInstance casePage(Page page, CaseDetail detail);

    /** A case for the drawer, with its row in the list and what was said. */
    static native TemplateInstance caseNow(Page page, CaseDetail detail);

    static native TemplateInstance appeals(Page page, AppealsView appeals);

    static native TemplateInstance appeal(Page page, AppealView appeal);

    /** A whole page that says what went wrong and what to do next. */
    static native TemplateInstance problem(Page page, String title, String text);
}
