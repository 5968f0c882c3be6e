package io.jingling.simulator;

/** How people call and answer: the scenario's parameters, read once. */
record People(
        double known,
        double knownWhenNew,
        double answerKnown,
        double answerUnknown,
        double answerAfterSpam,
        double unreachable,
        double refuse,
        double callBack,
        long callBackAfter,
        double redial,
        double weekendFactor,
        Audio audio) {
    static People of(Scenario scenario) {
        String group = "people";
        return new People(
                scenario.number(group, "known-share"),
                scenario.number(group, "known-when-new-share"),
                scenario.number(group, "answer-known-share"),
                scenario.number(group, "answer-unknown-share"),
                scenario.number(group, "answer-after-spam-share"),
                scenario.number(group, "unreachable-share"),
                scenario.number(group, "refuse-share"),
                scenario.number(group, "call-back-share"),
                (long) (scenario.number(group, "call-back-minutes") * Hours.MINUTE),
                scenario.number(group, "redial-share"),
                scenario.number(group, "weekend-factor"),
                Audio.live(scenario.number(group, "recorded-share")));
    }

    /** How much rarer people answer somebody unknown on a day on which they answered spam. */
    double afterSpam(Subscriber callee, long now) {
        return callee.hadSpam(now) ? answerAfterSpam / answerUnknown : 1;
    }

    Outcome.CalledSide side(Subscriber callee, double answerShare, long now) {
        return new Outcome.CalledSide(callee.isBorn(now) ? unreachable : 1, answerShare, refuse, callee.ringsMax);
    }
}
