package io.jingling.http.citizen;

import io.jingling.complaints.CaseNumber;
import io.jingling.complaints.FileCheck;
import io.jingling.complaints.ReporterId;
import io.jingling.domain.Purpose;
import io.jingling.http.citizen.CaseViews.Own;
import io.jingling.http.citizen.Views.CaseView;
import io.jingling.platform.CaseWork;
import io.jingling.platform.Exhibits;
import io.jingling.platform.Intake;
import io.jingling.platform.OwnBundles;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** What becomes of one's reports: asked after as often as one likes, added to, withdrawn, taken home. */
@Citizen
@Blocking
@Path("/h5")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class CasePages {
    /** So many files are in memory at a time, each of at most {@link FileCheck#BYTES_MAX}. */
    private static final Semaphore PLACES = new Semaphore(4);

    /** Each takes up to {@link OwnBundles#CONTENT_MAX} of memory some times over. */
    private static final Semaphore BUNDLES_AT_ONCE = new Semaphore(2);

    /** Each is an entry of the log, and asks authorities for the time. */
    private static final int BUNDLES_AN_HOUR_MAX = 20;

    private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=UTF-8";
    private static final int LENGTH_DIGITS_MAX = 12;

    private final Intake intake;
    private final CaseWork work;
    private final CaseViews views;
    private final Exhibits exhibits;
    private final OwnBundles bundles;
    private final Rejection rejection;
    private final Tallies tallies;
    private final Visit visit;
    private final InstantSource clock;

    CasePages(
            Intake intake,
            CaseWork work,
            CaseViews views,
            Exhibits exhibits,
            OwnBundles bundles,
            Rejection rejection,
            Tallies tallies,
            Visit visit,
            InstantSource clock) {
        this.intake = intake;
        this.work = work;
        this.views = views;
        this.exhibits = exhibits;
        this.bundles = bundles;
        this.rejection = rejection;
        this.tallies = tallies;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Path("cases")
    public TemplateInstance all() {
        return Pages.cases(visit.page("我的举报"), views.all(me()));
    }

    @GET
    @Path("cases/{number}")
    public Response one(@PathParam("number") String written) {
        return about(written, own -> page(own, ""));
    }

    @POST
    @Path("cases/{number}/reject")
    public Response reject(@PathParam("number") String written) {
        return about(written, own -> {
            rejection.turnOn(visit.session(), own.category());
            return page(own, "已开通,下一通来电起生效。");
        });
    }

    @POST
    @Path("cases/{number}/undo")
    public Response undo(@PathParam("number") String written) {
        return about(written, own -> page(own, rejection.undo(visit.session()) ? "已恢复为开通之前的设置。" : "设置之后又改过,没有可撤销的。"));
    }

    @POST
    @Path("cases/{number}/withdraw")
    public Response withdraw(@PathParam("number") String written) {
        return about(written, own -> {
            work.withdraw(own.about().number(), me(), clock.instant());
            return Response.seeOther(URI.create("/h5/cases")).build();
        });
    }

    /** The bundle of one's own part of a case, which anybody can verify without us. */
    @GET
    @Path("cases/{number}/evidence")
    public Response evidence(@PathParam("number") String written) {
        return about(written, own -> {
            if (!tallies.takes("evidence " + visit.number().revealTo(Purpose.STORAGE), BUNDLES_AN_HOUR_MAX)) {
                return said(429, "一小时内最多保存 20 次证据包。文字回执随时可以保存。");
            }
            if (!BUNDLES_AT_ONCE.tryAcquire()) {
                return said(429, "现在保存证据的人多,请过几秒再试。");
            }
            try {
                CaseNumber number = own.about().number();
                return bundles.of(number, me(), clock.instant())
                        .map(file -> Response.ok(file, MediaType.APPLICATION_OCTET_STREAM)
                                .header("Content-Disposition", "attachment; filename=\"" + number + ".tlzj\"")
                                .build())
                        .orElseThrow();
            } finally {
                BUNDLES_AT_ONCE.release();
            }
        });
    }

    /** A receipt of one's own: what one said, when, and the digests of one's files. Nothing of others is in it. */
    @GET
    @Path("cases/{number}/receipt")
    public Response receipt(@PathParam("number") String written) {
        return about(written, own -> Response.ok(Receipt.of(views.view(own)), TEXT)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + own.about().number() + ".txt\"")
                .build());
    }

    /** A file, told by its content. Of what is too long no more is read than shows it. */
    @POST
    @Path("cases/{number}/files")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response add(
            @PathParam("number") String written,
            @QueryParam("name") String name,
            @HeaderParam("Content-Length") String length,
            InputStream body) {
        return about(written, own -> {
            if (isTooLong(length)) {
                return said(413, "文件太大:最多 20 MB。已填写的内容都还在。");
            }
            if (!PLACES.tryAcquire()) {
                return said(429, "现在上传的人多,请过几秒再试。");
            }
            try {
                byte[] content = body.readNBytes(FileCheck.BYTES_MAX + 1);
                return content.length > FileCheck.BYTES_MAX
                        ? said(413, "文件太大:最多 20 MB。已填写的内容都还在。")
                        : keep(own.about().number(), name == null ? "" : name, content);
            } catch (IOException gone) {
                return said(400, "上传中断了,请再试一次。");
            } finally {
                PLACES.release();
            }
        });
    }

    private Response keep(CaseNumber number, String name, byte[] content) {
        try {
            exhibits.add(number, me(), name, content, clock.instant());
            return said(201, "已保存。");
        } catch (IllegalArgumentException refused) {
            return said(415, "这个文件不能收:只收照片、录音、视频、PDF 和文字,不收安装包、压缩包和网页,改了名字也不行。举报本身不受影响。");
        }
    }

    private static boolean isTooLong(String length) {
        return length != null && (length.length() > LENGTH_DIGITS_MAX || Long.parseLong(length) > FileCheck.BYTES_MAX);
    }

    private static Response said(int status, String text) {
        return Response.status(status).type(TEXT).entity(text).build();
    }

    private Response about(String written, Function<Own, Response> then) {
        return number(written)
                .flatMap(number -> views.find(number, me()))
                .map(then)
                .orElseGet(() -> Response.status(404)
                        .entity(Pages.problem(visit.page("没有找到"), "您名下没有这个受理号。可在“我的举报”里查看全部。"))
                        .build());
    }

    private Response page(Own own, String said) {
        CaseView view = views.view(own);
        return Response.ok(Pages.one(visit.page("受理号"), view, said)).build();
    }

    private static Optional<CaseNumber> number(String written) {
        try {
            return Optional.of(CaseNumber.parse(written));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    private ReporterId me() {
        return intake.idOf(visit.number());
    }
}
