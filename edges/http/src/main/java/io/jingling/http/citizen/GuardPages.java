package io.jingling.http.citizen;

import io.jingling.complaints.CaseNumber;
import io.jingling.domain.Category;
import io.jingling.domain.Guard;
import io.jingling.domain.PhoneNumber;
import io.jingling.domain.Purpose;
import io.jingling.http.citizen.Views.GuardLine;
import io.jingling.http.citizen.Views.Guards;
import io.jingling.platform.Guarding;
import io.jingling.platform.Intake;
import io.jingling.platform.TextMessages;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 亲情守护: whom one guards, who guards one; asked for, agreed to by the other's telephone, used, ended. */
@Citizen
@Blocking
@Path("/h5/guard")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class GuardPages {
    private final Guarding guarding;
    private final OneTimeCodes codes;
    private final TextMessages messages;
    private final Intake intake;
    private final CaseViews views;
    private final Visit visit;
    private final InstantSource clock;

    GuardPages(
            Guarding guarding,
            OneTimeCodes codes,
            TextMessages messages,
            Intake intake,
            CaseViews views,
            Visit visit,
            InstantSource clock) {
        this.guarding = guarding;
        this.codes = codes;
        this.messages = messages;
        this.intake = intake;
        this.views = views;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    public Response all() {
        return page(200, "", "", "");
    }

    @POST
    @Path("invite")
    public Response invite(@FormParam("number") String typed, HttpServerRequest request) {
        String text = typed == null ? "" : typed.strip();
        Optional<PhoneNumber> ward = LogInPages.mobile(text);
        if (ward.isEmpty()) {
            return page(400, text, "", "请填写家人的 11 位手机号,例如 138 开头的完整号码。");
        }
        Optional<Guard.Refusal> refusal = guarding.refusal(visit.number(), ward.get());
        if (refusal.isPresent()) {
            return page(409, text, "", refusal.get().chinese());
        }
        Optional<String> code =
                codes.draw(purpose(ward.get()), request.remoteAddress().hostAddress());
        return code.map(drawn -> sent(ward.get(), text, drawn))
                .orElseGet(() -> page(429, text, "", "验证码刚刚发过,或一小时内发得太多。请等 60 秒后再试;已收到的验证码 10 分钟内有效。"));
    }

    private Response sent(PhoneNumber ward, String text, String code) {
        String message = "【静铃】" + visit.number() + " 请您同意亲情守护:同意后对方可以用您的名义举报骚扰电话、替您开通拒接,每次都会短信告诉您。同意,就把验证码 " + code
                + " 告诉对方,10 分钟内有效;不认识或不同意,请不要告诉任何人。";
        return switch (messages.send(ward, message)) {
            case TextMessages.Delivery.OnItsWay way -> typing(200, text, "", "");
            case TextMessages.Delivery.ShownHere shown -> typing(200, text, shown.text(), "");
            case TextMessages.Delivery.Refused refused -> page(503, text, "", "短信没有发出去。请过一分钟再试。");
        };
    }

    @POST
    @Path("agree")
    public Response agree(@FormParam("number") String typed, @FormParam("code") String code) {
        String text = typed == null ? "" : typed.strip();
        String digits = code == null ? "" : code.strip();
        Optional<PhoneNumber> ward = LogInPages.mobile(text).filter(number -> codes.takes(purpose(number), digits));
        return ward.map(number -> told(guarding.begin(visit.number(), number, clock.instant()), "已开始守护,并已短信告诉对方。"))
                .orElseGet(() -> typing(401, text, "", "验证码不对或已过期。最多可试 5 次,之后请重新发送。"));
    }

    @POST
    @Path("{id}/end")
    public Response end(@PathParam("id") String id) {
        boolean ended = id(id).filter(known -> guarding.end(known, visit.number(), clock.instant()))
                .isPresent();
        return page(200, "", ended ? "已结束。" : "这个守护关系已经不在了。", "");
    }

    @POST
    @Path("{id}/reject")
    public Response reject(@PathParam("id") String id, @FormParam("category") String category) {
        return as(id, guard -> {
            List<Category> categories =
                    category == null || category.isEmpty() ? List.of() : List.of(Category.of(category));
            return told(guarding.turnOn(guard, categories, clock.instant()), "已替对方开通,下一通来电起生效,并已短信告诉对方。");
        });
    }

    /** The first step of a report in the ward's name. */
    @GET
    @Path("{id}/report")
    public Response report(@PathParam("id") String id) {
        return as(id, guard -> {
            MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
            form.putSingle("ward", guard.id().toString());
            return Response.ok(Pages.number(
                            visit.page("替 " + guard.ward() + " 举报"), ReportForm.draft(form, clock.instant()), ""))
                    .build();
        });
    }

    /** That it was taken. What becomes of it, the ward sees: it is the ward's case. */
    @GET
    @Path("{id}/cases/{number}")
    public Response taken(@PathParam("id") String id, @PathParam("number") String written) {
        return as(id, guard -> number(written)
                .flatMap(number -> views.find(number, intake.idOf(guard.ward())))
                .map(views::view)
                .map(view -> Response.ok(Pages.guarded(visit.page("已替 " + guard.ward() + " 举报"), view))
                        .build())
                .orElseGet(this::gone));
    }

    private interface Acting {
        Response by(Guard guard);
    }

    private Response as(String id, Acting acting) {
        return id(id).flatMap(known -> guarding.find(known, visit.number()))
                .map(acting::by)
                .orElseGet(this::gone);
    }

    private Response gone() {
        return Response.status(404)
                .entity(Pages.problem(visit.page("没有找到"), "您不是这个号码的守护人,或者守护已经结束。"))
                .build();
    }

    private Response told(Guarding.Outcome outcome, String done) {
        return switch (outcome) {
            case Guarding.Outcome.Done(String shown) ->
                page(200, "", shown.isEmpty() ? done : done + "(演示短信:" + shown + ")", "");
            case Guarding.Outcome.Refused(Guard.Refusal why) -> page(409, "", "", why.chinese());
            case Guarding.Outcome.Untold untold -> page(503, "", "", "短信没有发出去,没能告诉对方,所以没有执行。请过一分钟再试。");
        };
    }

    private Response page(int status, String typed, String said, String problem) {
        Guards guards = new Guards(
                guarding.wardsOf(visit.number()).stream()
                        .map(one ->
                                new GuardLine(one.id().toString(), one.ward().toString()))
                        .toList(),
                guarding.guardiansOf(visit.number()).stream()
                        .map(one -> new GuardLine(
                                one.id().toString(), one.guardian().toString()))
                        .toList(),
                ReportPages.CHOICES.first());
        return Response.status(status)
                .entity(Pages.guard(visit.page("亲情守护"), guards, typed, said, problem))
                .build();
    }

    private Response typing(int status, String number, String demo, String problem) {
        return Response.status(status)
                .entity(Pages.guardCode(visit.page("对方同意了吗"), number, demo, problem))
                .build();
    }

    /** A code for one guardian and one ward: it logs nobody in. */
    private String purpose(PhoneNumber ward) {
        return "guard " + visit.number().revealTo(Purpose.STORAGE) + " " + ward.revealTo(Purpose.STORAGE);
    }

    /** Empty for anything else. */
    static Optional<UUID> id(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private static Optional<CaseNumber> number(String written) {
        try {
            return Optional.of(CaseNumber.parse(written));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }
}
