package org.repframework.engine.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.AbstractTypeCheckingExtension;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;
import org.repframework.engine.problem.Code;
import org.repframework.engine.problem.Problem;

/**
 * Judges what Groovy's checker comes by. The rule: what cannot be known beforehand is never a mistake; the evaluation of
 * the script decides.
 */
final class VerbExtension extends AbstractTypeCheckingExtension {

    /** Methods that let a closure's words mean parts of the object they are called on. */
    private static final Set<String> DELEGATING = Set.of("with", "tap", "identity", "rehydrate");

    private final ScriptChecker checker;
    private final Findings findings;
    private final boolean isScript;
    private final Set<String> functions = new TreeSet<>();
    private final VerbCalls calls;

    VerbExtension(ScriptChecker checker, ClassNode type, Findings findings, VerbCalls calls) {
        super(checker);
        this.checker = checker;
        this.findings = findings;
        this.isScript = type.isScriptBody();
        this.calls = calls;
        type.getMethods().stream().map(MethodNode::getName).forEach(functions::add);
    }

    @Override
    public void afterMethodCall(MethodCall call) {
        if (call instanceof MethodCallExpression expression && isVerb(expression)) {
            var inEarnest = checker.isInEarnest();
            calls.check(expression, checker::typeOf, problem -> {
                        if (inEarnest) {
                            findings.add(problem);
                        }
                    })
                    .ifPresent(type -> storeType(expression, type));
        }
    }

    @Override
    public List<MethodNode> handleMissingMethod(
            ClassNode receiver, String name, ArgumentListExpression arguments, ClassNode[] types, MethodCall call) {
        if (call instanceof MethodCallExpression expression && checker.isInEarnest()) {
            judge(receiver, name, types, expression);
        }
        return List.of(makeDynamic(call, ClassHelper.OBJECT_TYPE));
    }

    private void judge(ClassNode receiver, String name, ClassNode[] types, MethodCallExpression call) {
        var place = findings.place(call.getMethod());
        if (isOwn(call)) {
            var isVerb = WorkflowScript.located().contains(name);
            if (isVerb && !isScript) {
                findings.add(Problem.of(Code.VERB_OUT_OF_REACH, place, "'" + name + "' cannot be called inside a class")
                        .todo("call it in the script, in a function or in a closure"));
            } else if (!isVerb
                    && isScript
                    && !isDelegating()
                    && !findings.words().assigned().contains(name)
                    && isInNetwork()) {
                findings.add(NetworkBlock.noLayer(name, place));
            } else if (!isVerb
                    && isScript
                    && !isDelegating()
                    && !findings.words().assigned().contains(name)) {
                var known = new TreeSet<>(WorkflowScript.verbs());
                functions.stream()
                        .filter(one -> !WorkflowScript.ENTRIES.contains(one))
                        .forEach(known::add);
                findings.add(WorkflowScript.unknownVerb(name, place, known));
            }
        } else if (name.equals("call")
                && call.getObjectExpression() instanceof VariableExpression variable
                && WorkflowScript.verbs().contains(variable.getName())
                && (calls.types().artifact(receiver).isPresent() || isPlain(receiver) || isCollection(receiver))) {
            findings.add(Problem.of(
                            Code.HIDDEN_VERB,
                            findings.place(variable),
                            "the variable '" + variable.getName() + "' hides the verb of that name")
                    .todo("give the variable another name"));
        } else if (isPlain(receiver)
                && call.getLineNumber() > 0
                && Arrays.stream(types).noneMatch(ClassHelper::isObjectType)) {
            findings.add(Code.UNKNOWN_MEMBER, call.getMethod(), simple(receiver) + " has no method '" + name + "'");
        }
    }

    @Override
    public boolean handleUnresolvedProperty(PropertyExpression property) {
        var name = property.getPropertyAsString();
        var receiver = getType(property.getObjectExpression());
        if (checker.isInEarnest() && name != null && !property.isSpreadSafe()) {
            if (calls.types().artifact(receiver).isPresent() && calls.types().isClosed(receiver)) {
                var type = calls.types().artifact(receiver).get().getSimpleName();
                findings.add(Problem.of(
                                Code.UNKNOWN_PART,
                                findings.place(property.getProperty()),
                                type + " has no part '" + name + "'")
                        .instead(name, calls.types().parts(receiver)));
            } else if (isPlain(receiver)) {
                findings.add(
                        Code.UNKNOWN_MEMBER,
                        property.getProperty(),
                        simple(receiver) + " has no property '" + name + "'");
            }
        }
        makeDynamic(property);
        return true;
    }

    @Override
    public boolean handleUnresolvedVariableExpression(VariableExpression variable) {
        var name = variable.getName();
        var words = findings.words();
        if (checker.isInEarnest()
                && isScript
                && !isDelegating()
                && !words.assigned().contains(name)) {
            var inFunction = getEnclosingMethod() != null
                    && !getEnclosingMethod().getName().equals("run");
            findings.add(
                    inFunction && words.declared().contains(name)
                            ? Problem.of(
                                            Code.VARIABLE_OUT_OF_REACH,
                                            findings.place(variable),
                                            "the function '"
                                                    + getEnclosingMethod().getName()
                                                    + "' does not see the script's variable '" + name + "'")
                                    .todo("pass it as an argument, or write the function as a closure: def "
                                            + getEnclosingMethod().getName() + " = { ... }")
                            : WorkflowScript.unknownVariable(name, findings.place(variable), words.declared()));
        }
        makeDynamic(variable);
        return true;
    }

    private boolean isVerb(MethodCallExpression call) {
        return isScript
                && isOwn(call)
                && WorkflowScript.verbs().contains(call.getMethodAsString())
                && !functions.contains(call.getMethodAsString());
    }

    /** A call without an object before it; Groovy makes such calls for operators too, which stand on no line. */
    private static boolean isOwn(MethodCallExpression call) {
        return call.isImplicitThis()
                && call.getLineNumber() > 0
                && call.getObjectExpression() instanceof VariableExpression object
                && object.isThisExpression();
    }

    /** Whether words may mean something that only the evaluation knows. */
    private boolean isDelegating() {
        return findings.words().delegates()
                || getEnclosingMethodCalls().stream().anyMatch(VerbExtension::delegates);
    }

    private boolean isInNetwork() {
        return getEnclosingMethodCalls().stream()
                .anyMatch(call ->
                        call instanceof MethodCallExpression method && "network".equals(method.getMethodAsString()));
    }

    private static boolean delegates(Expression call) {
        return call instanceof MethodCallExpression method
                && DELEGATING.contains(String.valueOf(method.getMethodAsString()));
    }

    /** Types whose methods are all known: no script adds to them. */
    private static boolean isPlain(ClassNode type) {
        return ClassHelper.isStringType(type)
                || ClassHelper.isGStringType(type)
                || ClassHelper.isNumberType(type)
                || ClassHelper.isBigDecimalType(type)
                || ClassHelper.isPrimitiveBoolean(type);
    }

    private static boolean isCollection(ClassNode type) {
        return StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(type, ClassHelper.ITERABLE_TYPE)
                || StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(type, ClassHelper.MAP_TYPE);
    }

    private static String simple(ClassNode type) {
        return ClassHelper.isGStringType(type) ? "String" : type.getNameWithoutPackage();
    }
}
