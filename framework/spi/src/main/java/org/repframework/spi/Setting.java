package org.repframework.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a component of a settings record means. Components may be {@code int}, {@code long}, {@code double},
 * {@code boolean}, {@code String}, an enum (written in scripts in lower case with hyphens), {@code java.nio.file.Path}
 * (a file or folder whose content is part of the key), {@link Blueprint} (a name or a network block) or a {@code List}
 * of {@code String}, {@code Integer} or {@code Double}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** No default: the setting is required. */
    String REQUIRED = "\0required";

    /** One line: what it means, with its unit. */
    String value();

    /** The default as a script would write it, a list as comma-separated values. */
    String defaultValue() default REQUIRED;

    /** Smallest allowed number, inclusive. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Largest allowed number, inclusive. */
    double max() default Double.POSITIVE_INFINITY;

    /** Allowed texts; empty: any. */
    String[] choices() default {};
}
