package io.jingling.http;

import io.jingling.platform.ApiKey;
import io.jingling.platform.StoreFailure;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Lets in whoever sends {@code Authorization: Bearer KEY} with a key of the ring. */
@Singleton
class Bearer implements HttpAuthenticationMechanism {
    /** The identity's attribute that holds its {@link ApiKey}. */
    static final String KEY = "key";

    private static final String STORE_AWAY = "jingling.store-away";
    private static final String SCHEME = "Bearer ";

    private final KeyRing ring;

    Bearer(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String sent = request.request().getHeader("Authorization");
        if (sent == null) {
            return Uni.createFrom().nullItem();
        }
        if (!sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        String secret = sent.substring(SCHEME.length()).strip();
        Optional<ApiKey> believed = ring.believed(secret);
        return believed.isPresent()
                ? Uni.createFrom().item(identity(believed.get()))
                : Uni.createFrom()
                        .item(() -> ring.find(secret))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .map(found -> found.map(Bearer::identity).orElseThrow(AuthenticationFailedException::new))
                        .onFailure(StoreFailure.class)
                        .transform(away -> closed(request, away));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        Problem problem = request.get(STORE_AWAY) == null ? Problem.noCredential() : Problem.storeAway();
        request.response()
                .setStatusCode(problem.status())
                .putHeader("WWW-Authenticate", "Bearer")
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(Buffer.buffer(Json.write(problem)));
        return Uni.createFrom().item(true);
    }

    /** Nobody gets in whom the store does not vouch for; the answer says that it is not the key's fault. */
    private static AuthenticationFailedException closed(RoutingContext request, Throwable away) {
        request.put(STORE_AWAY, true);
        return new AuthenticationFailedException(away);
    }

    private static SecurityIdentity identity(ApiKey key) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(key.id()))
                .addRole(key.role().name().toLowerCase(Locale.ROOT))
                .addAttribute(KEY, key)
                .build();
    }
}
