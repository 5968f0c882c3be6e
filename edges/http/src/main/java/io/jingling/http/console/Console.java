package io.jingling.http.console;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what is reached only through {@link Gate}. */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface Console {
    /** The session's cookie. */
    String COOKIE = "jingling_console";
    /** The language's cookie. */
    String LANGUAGE_COOKIE = "jingling_language";
    /** Where one logs in; the one page without a session. */
    String LOG_IN = "/console/log-in";
}
