package io.jingling.http.citizen;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what is reached only through {@link CitizenGate}. */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface Citizen {
    /** The session's cookie. */
    String COOKIE = "jingling_h5";
    /** The cookie of 长辈版. */
    String ELDER = "jingling_h5_elder";
    /** The first page, which is open to all. */
    String HOME = "/h5";
}
