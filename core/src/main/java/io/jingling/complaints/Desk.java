package io.jingling.complaints;

/**
 * Who is responsible for a case now.
 *
 * @param kind which sort of body
 * @param name which one, such as a carrier's or a platform's name; empty where its kind says it
 */
public record Desk(Kind kind, String name) {
    /** Our own officers: where nobody else is known to be responsible. */
    public static final Desk OWN = new Desk(Kind.OWN_OFFICER, "");

    private static final int NAME_MAX = 60;

    /** Which sort of body. */
    public enum Kind {
        CARRIER("运营商"),
        OUTBOUND_PLATFORM("外呼平台"),
        POLICE_LEAD("公安线索"),
        OWN_OFFICER("本中心");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }

        public String word() {
            return Words.of(this);
        }

        public static Kind of(String word) {
            return Words.read(values(), word, "desk");
        }
    }

    public Desk {
        name = Words.within("desk name", name.strip(), NAME_MAX);
    }

    /** For people: 运营商 · 中国移动. */
    public String chinese() {
        return name.isEmpty() ? kind.chinese() : kind.chinese() + " · " + name;
    }
}
