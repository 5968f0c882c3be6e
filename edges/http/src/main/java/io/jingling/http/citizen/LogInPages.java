package io.jingling.http.citizen;

import io.jingling.complaints.ReportedNumber;
import io.jingling.domain.NumberKind;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.platform.TextMessages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Logging in by a code that is sent to the telephone, logging out, and 长辈版. */
@Citizen
@Blocking
@Path("/h5")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class LogInPages {
    private static final int YEAR_SECONDS = 365 * 86_400;

    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final TextMessages messages;
    private final Visit visit;

    LogInPages(OneTimeCodes codes, Sessions sessions, TextMessages messages, Visit visit) {
        this.codes = codes;
        this.sessions = sessions;
        this.messages = messages;
        this.visit = visit;
    }

    @POST
    @Path("code")
    public Response code(@FormParam("number") String typed, HttpServerRequest request) {
        if (!messages.canSend()) {
            return again(503, text(typed), "");
        }
        Optional<PhoneNumber> number = mobile(text(typed));
        if (number.isEmpty()) {
            return again(400, text(typed), "请填写您自己的 11 位手机号,例如 138 开头的完整号码。");
        }
        Optional<String> code =
                codes.draw(purpose(number.get()), request.remoteAddress().hostAddress());
        if (code.isEmpty()) {
            return again(429, text(typed), "验证码刚刚发过,或一小时内发得太多。请等 60 秒后再试;已收到的验证码 10 分钟内有效。");
        }
        String message = "【静铃】验证码 " + code.get() + ",10 分钟内有效。用于举报骚扰电话登录,请勿告诉任何人。";
        return switch (messages.send(number.get(), message)) {
            case TextMessages.Delivery.OnItsWay way -> typing(200, text(typed), "", "");
            case TextMessages.Delivery.ShownHere shown -> typing(200, text(typed), shown.text(), "");
            case TextMessages.Delivery.Refused refused -> again(503, text(typed), "短信没有发出去。请过一分钟再试。");
        };
    }

    @POST
    @Path("log-in")
    public Response logIn(
            @FormParam("number") String typed, @FormParam("code") String code, HttpServerRequest request) {
        boolean good = mobile(text(typed))
                .filter(number -> codes.takes(purpose(number), text(code).strip()))
                .isPresent();
        if (!good) {
            return typing(401, text(typed), "", "验证码不对或已过期。最多可试 5 次,之后请重新获取。");
        }
        String cookie = sessions.open(mobile(text(typed)).orElseThrow());
        return home(cookie(Citizen.COOKIE, cookie, (int) Sessions.LENGTH.toSeconds(), request.isSSL()));
    }

    @POST
    @Path("log-out")
    public Response logOut(@CookieParam(Citizen.COOKIE) String cookie, HttpServerRequest request) {
        Optional.ofNullable(cookie).ifPresent(sessions::close);
        return home(cookie(Citizen.COOKIE, "", 0, request.isSSL()));
    }

    @POST
    @Path("elder")
    public Response elder(@FormParam("on") String on, HttpServerRequest request) {
        return home(cookie(Citizen.ELDER, "1".equals(on) ? "1" : "0", YEAR_SECONDS, request.isSSL()));
    }

    private Response again(int status, String typed, String problem) {
        return page(status, Pages.logIn(visit.page("登录"), messages.canSend(), typed, problem));
    }

    private Response typing(int status, String number, String demo, String problem) {
        return page(status, Pages.code(visit.page("填写验证码"), number, demo, problem));
    }

    private static Response page(int status, TemplateInstance template) {
        return Response.status(status).entity(template).build();
    }

    private static Response home(NewCookie cookie) {
        return Response.seeOther(URI.create(Citizen.HOME)).cookie(cookie).build();
    }

    private static NewCookie cookie(String name, String value, int seconds, boolean secure) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/h5")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.LAX)
                .build();
    }

    private static String purpose(PhoneNumber number) {
        return "log-in " + number.revealTo(Purpose.STORAGE);
    }

    /** A number that messages go to. */
    static Optional<PhoneNumber> mobile(String typed) {
        try {
            PhoneNumber number = ReportedNumber.read(typed).number();
            boolean fits = number.isKnown()
                    && (number.kind() == NumberKind.MOBILE || number.kind() == NumberKind.VIRTUAL_OPERATOR);
            return fits ? Optional.of(number) : Optional.empty();
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private static String text(String sent) {
        return sent == null ? "" : sent;
    }
}
