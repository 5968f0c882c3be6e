package io.jingling.http.console;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;

/** One request: who asks, in which language, for which page. Filled by {@link Gate}. */
@RequestScoped
class Visit {
    private Session session;
    private Language language = Language.CHINESE;
    private String path = "";
    private Form form = Form.EMPTY;

    void begins(Language asked, String atPath) {
        language = asked;
        path = atPath;
    }

    void isOf(Session visitor) {
        session = visitor;
    }

    void sent(Form body) {
        form = body;
    }

    /** What came in the body. */
    Form form() {
        return form;
    }

    /** Whose visit it is; only behind the gate. */
    Session session() {
        return session;
    }

    Words words() {
        return Words.in(language);
    }

    /** What every page shows around its own content. */
    Page page(String here) {
        return session == null
                ? new Page(language, here, path, "", "", "", false)
                : new Page(
                        language,
                        here,
                        path,
                        session.csrf(),
                        session.key().name(),
                        words().say("role." + session.key().role().name().toLowerCase(Locale.ROOT)),
                        here.equals("wishes") ? session.mayChangeWishes() : session.mayChange());
    }

    /** Gives a template the visitor's language. */
    TemplateInstance speaking(TemplateInstance template) {
        return template.setAttribute("words", words());
    }
}
