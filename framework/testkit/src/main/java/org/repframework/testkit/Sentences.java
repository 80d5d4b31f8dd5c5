package org.repframework.testkit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Shows the name of a contract as a sentence: {@code equalSeedsGiveEqualBytes} is "equal seeds give equal bytes". */
final class Sentences extends DisplayNameGenerator.Standard {

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
        return of(method.getName());
    }

    static String of(String camelCase) {
        return camelCase.replaceAll("(\\p{Lu})", " $1").toLowerCase(Locale.ROOT);
    }
}
