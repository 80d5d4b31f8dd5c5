package org.repframework.engine.dsl;

import java.util.List;
import java.util.Optional;
import org.repframework.engine.plan.Parameters;
import org.repframework.engine.plan.Plan;
import org.repframework.engine.plan.Problem;

/**
 * A script after its evaluation.
 *
 * @param source the script's text
 * @param plan empty if there are problems
 * @param problems all that is wrong, in the order of the script
 * @param parameters what the script declares; as far as it was evaluated
 */
public record Workflow(
        String source, Optional<Plan> plan, List<Problem> problems, List<Parameters.Parameter> parameters) {}
