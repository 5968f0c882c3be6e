package io.jingling.server;

import io.jingling.domain.CallAttempt;
import io.jingling.domain.Decision;
import io.jingling.platform.Platform;
import io.jingling.server.settings.BadSetting;
import io.jingling.server.settings.Settings;
import io.jingling.sip.CallScreener;
import io.jingling.sip.SipSettings;
import io.jingling.sip.SipSettings.Answers;
import io.jingling.sip.SipSettings.CallbackCard;
import io.jingling.sip.SipSettings.Limits;
import io.jingling.sip.SipSettings.Listen;
import io.jingling.sip.SipSettings.Tls;
import io.jingling.sip.SipSettings.Trust;

/** Gives the SIP edge its settings and the platform. */
final class SipWiring {
    private SipWiring() {}

    /** The edge's own checks refuse what the table could not know. */
    static SipSettings settings(Settings.Sip sip) {
        try {
            Settings.Sip.Tls tls = sip.tls();
            Settings.Sip.Card card = sip.card();
            boolean secure = !tls.certificate().toString().isEmpty();
            return new SipSettings(
                    new Listen(
                            sip.host(),
                            sip.port(),
                            sip.port(),
                            sip.workers(),
                            secure ? new Tls(tls.port(), tls.certificate(), tls.key()) : Tls.OFF),
                    new Answers(
                            sip.answers().nextHop(),
                            sip.answers().challengeHop(),
                            sip.answers().clean(),
                            sip.answers().reject(),
                            new CallbackCard(card.key(), card.certificateUrl(), card.name(), card.mail()),
                            sip.answers().serverName()),
                    new Trust(
                            sip.trust().identities(),
                            sip.trust().publicNumbers(),
                            sip.trust().trunks()),
                    new Limits(
                            sip.limits().queue(),
                            sip.limits().deadline(),
                            sip.limits().connections(),
                            sip.limits().idle()));
        } catch (IllegalArgumentException refused) {
            throw new BadSetting("sip: " + refused.getMessage());
        }
    }

    static CallScreener screener(Platform platform) {
        return new CallScreener() {
            @Override
            public Decision screen(CallAttempt call) {
                return platform.screen(call);
            }

            @Override
            public Decision failOpen(CallAttempt call) {
                return platform.failOpen(call);
            }
        };
    }

    /** Decides without leaving a trace. */
    static CallScreener rehearsal(Platform platform) {
        return new CallScreener() {
            @Override
            public Decision screen(CallAttempt call) {
                return platform.rehearse(call);
            }

            @Override
            public Decision failOpen(CallAttempt call) {
                return platform.rehearse(call);
            }
        };
    }
}
