package org.repframework.engine.dsl;

import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingMethodException;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.repframework.engine.plan.Handle;

/** A {@link Handle} as a script sees it: every property, and every method such as {@code at(0.35)}, is a port or a part. */
final class ScriptHandle extends GroovyObjectSupport {

    private final WorkflowScript script;
    private final Handle handle;

    ScriptHandle(WorkflowScript script, Handle handle) {
        this.script = script;
        this.handle = handle;
    }

    Handle handle() {
        return handle;
    }

    @Override
    public Object getProperty(String name) {
        return script.property(handle, name);
    }

    @Override
    public void setProperty(String name, Object value) {
        script.refuseChange(handle, name);
    }

    @Override
    public Object invokeMethod(String name, Object arguments) {
        try {
            return super.invokeMethod(name, arguments);
        } catch (MissingMethodException missing) {
            if (script.hasFunction(name)) {
                throw missing; // in a closure of with { }: Groovy asks the script next
            }
            return script.property(handle, name + "(" + text(arguments) + ")");
        }
    }

    /** The arguments as the name of a port has them: {@code net.at(0.350)} is the port {@code at(0.35)}. */
    private static String text(Object arguments) {
        return Stream.of(arguments instanceof Object[] several ? several : new Object[] {arguments})
                .map(one -> one instanceof Number number
                        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                        : String.valueOf(one))
                .collect(Collectors.joining(", "));
    }
}
