"""One peer on one instance, in a process of its own: prints one JSON line with its value and whether it proved it.

The clock runs over the building of the model and the solving, not over the loading of Python's modules nor the distances.

    solve.py PEER PROBLEM POINTS SITES OPEN WITHIN_METRES LIMIT
"""
import json
import resource
import sys
import time

import numpy

import instance

peer, problem = sys.argv[1:3]
points, sites, p, within = (int(word) for word in sys.argv[3:7])
limit = float(sys.argv[7])
demand, places = instance.country(points, sites)
distance = instance.metres(demand, places)
people = numpy.array([row[2] for row in demand])
rooms = instance.capacities(demand, places, p)
# What a peer says of who is served where: with capacities it does not follow from the sites.
served, bounds = [], []
# What a user of the peer has loaded already does not count.
if peer.startswith("spopt"):
    import pulp
    from spopt.locate import LSCP, MCLP, PCenter, PMedian
elif peer == "highs":
    import highspy
else:
    from ortools.sat.python import cp_model


def processor():
    """Processor seconds of this process and of those it has started."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


began, worked = time.perf_counter(), processor()


def left():
    return max(1.0, limit - (time.perf_counter() - began))


def spopt(solver_name):
    kilometres = distance / 1000
    build = {
        "access": lambda: PMedian.from_cost_matrix(kilometres, people, p),
        "reach": lambda: MCLP.from_cost_matrix(kilometres, people, within / 1000, p),
        "cover": lambda: LSCP.from_cost_matrix(kilometres, within / 1000),
        "farthest": lambda: PCenter.from_cost_matrix(kilometres, p),
    }
    model = build[problem]()
    solver = (
        pulp.HiGHS(msg=False, timeLimit=left(), gapRel=1e-6, threads=2) if solver_name == "highs"
        else pulp.PULP_CBC_CMD(msg=False, timeLimit=left(), gapRel=1e-6, threads=2))
    model.problem.solve(solver)
    chosen = [j for j, variable in enumerate(model.fac_vars) if (variable.value() or 0) > 0.5]
    return chosen, model.problem.sol_status == pulp.LpSolutionOptimal


def highs():
    """The textbook model given to HiGHS as columns and rows, without a modelling layer."""
    n, m = distance.shape
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("time_limit", left())
    solver.setOptionValue("mip_rel_gap", 1e-6)
    solver.setOptionValue("threads", 2)
    infinity = highspy.kHighsInf
    model = highspy.HighsLp()
    near = distance <= within
    if problem in ("access", "capacitated"):
        columns = m + n * m
        cost = numpy.concatenate([numpy.zeros(m), (people[:, None] * (distance / 1000)).ravel()])
        # Each point once, each only where a site is open, and p sites.
        rows = n + n * m + 1
        i, j = numpy.divmod(numpy.arange(n * m), m)
        entries = numpy.concatenate([
            numpy.stack([i, m + numpy.arange(n * m), numpy.ones(n * m)], 1),
            numpy.stack([n + numpy.arange(n * m), m + numpy.arange(n * m), numpy.ones(n * m)], 1),
            numpy.stack([n + numpy.arange(n * m), j, -numpy.ones(n * m)], 1),
            numpy.stack([numpy.full(m, rows - 1), numpy.arange(m), numpy.ones(m)], 1)])
        lower = numpy.concatenate([numpy.ones(n), numpy.full(n * m, -infinity), [p]])
        upper = numpy.concatenate([numpy.ones(n), numpy.zeros(n * m), [p]])
        sense = highspy.ObjSense.kMinimize
        if problem == "capacitated":
            # No site serves more than it can.
            entries = numpy.concatenate([
                entries, numpy.stack([rows + j, m + numpy.arange(n * m), people[i]], 1),
                numpy.stack([rows + numpy.arange(m), numpy.arange(m), -numpy.array(rooms)], 1)])
            lower, upper = numpy.concatenate([lower, numpy.full(m, -infinity)]), numpy.concatenate([upper, numpy.zeros(m)])
            rows += m
    elif problem == "reach":
        columns, rows = m + n, n + 1
        cost = numpy.concatenate([numpy.zeros(m), people])
        i, j = numpy.nonzero(near)
        entries = numpy.concatenate([
            numpy.stack([numpy.arange(n), m + numpy.arange(n), numpy.ones(n)], 1),
            numpy.stack([i, j, -numpy.ones(len(i))], 1),
            numpy.stack([numpy.full(m, n), numpy.arange(m), numpy.ones(m)], 1)])
        lower = numpy.concatenate([numpy.full(n, -infinity), [p]])
        upper = numpy.concatenate([numpy.zeros(n), [p]])
        sense = highspy.ObjSense.kMaximize
    elif problem == "cover":
        columns, rows = m, n
        cost = numpy.ones(m)
        i, j = numpy.nonzero(near)
        entries = numpy.stack([i, j, numpy.ones(len(i))], 1)
        lower, upper = numpy.ones(n), numpy.full(n, infinity)
        sense = highspy.ObjSense.kMinimize
    else:
        return None
    order = numpy.argsort(entries[:, 0], kind="stable")
    entries = entries[order]
    model.num_col_, model.num_row_ = columns, rows
    model.col_cost_, model.sense_ = cost, sense
    model.col_lower_, model.col_upper_ = numpy.zeros(columns), numpy.ones(columns)
    model.row_lower_, model.row_upper_ = lower, upper
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = numpy.searchsorted(entries[:, 0], numpy.arange(rows + 1)).astype(numpy.int32)
    model.a_matrix_.index_ = entries[:, 1].astype(numpy.int32)
    model.a_matrix_.value_ = entries[:, 2]
    integer, continuous = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
    model.integrality_ = [integer] * m + [continuous] * (columns - m)
    solver.passModel(model)
    solver.run()
    status = solver.getModelStatus()
    values = numpy.array(solver.getSolution().col_value[:m])
    if problem == "capacitated":
        served.append(solver.getInfo().objective_function_value / people.sum())
        bounds.append(solver.getInfo().mip_dual_bound / people.sum())
    return [int(j) for j in numpy.nonzero(values > 0.5)[0]], status == highspy.HighsModelStatus.kOptimal


def ortools():
    n, m = distance.shape
    model = cp_model.CpModel()
    opens = [model.new_bool_var("") for _ in range(m)]
    if problem != "cover":
        model.add(sum(opens) == p)
    if problem in ("access", "farthest"):
        terms, longest = [], model.new_int_var(0, int(distance.max()), "")
        for i in range(n):
            row = [model.new_bool_var("") for _ in range(m)]
            model.add_exactly_one(row)
            for j in range(m):
                model.add_implication(row[j], opens[j])
            if problem == "access":
                terms += [int(people[i] * distance[i, j]) * row[j] for j in range(m)]
            else:
                model.add(sum(int(distance[i, j]) * row[j] for j in range(m)) <= longest)
        model.minimize(sum(terms) if problem == "access" else longest)
    elif problem == "reach":
        served = [model.new_bool_var("") for _ in range(n)]
        for i in range(n):
            model.add_bool_or([opens[j] for j in numpy.nonzero(distance[i] <= within)[0]] + [~served[i]])
        model.maximize(sum(int(people[i]) * served[i] for i in range(n)))
    else:
        for i in range(n):
            model.add_bool_or([opens[j] for j in numpy.nonzero(distance[i] <= within)[0]])
        model.minimize(sum(opens))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = left()
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return [], False
    return [j for j in range(m) if solver.value(opens[j])], status == cp_model.OPTIMAL


def value(chosen):
    """What the sites are worth, from the distances: not what the peer says."""
    if not chosen:
        return None
    nearest = distance[:, chosen].min(axis=1)
    return {
        "access": lambda: float((people * nearest).sum() / people.sum() / 1000),
        "reach": lambda: float(people[nearest <= within].sum()),
        "cover": lambda: len(chosen) if (nearest <= within).all() else None,
        "farthest": lambda: float(nearest.max() / 1000), "capacitated": lambda: served[0],
    }[problem]()


if problem == "capacitated" and peer != "highs":
    sys.exit()
run = {
    "spopt-highs": lambda: spopt("highs"), "spopt-cbc": lambda: spopt("cbc"), "highs": highs, "or-tools": ortools,
}[peer]
result = run()
if result is not None:
    chosen, proved = result
    print(json.dumps({
        "value": value(chosen), "proved": bool(proved), **({"bound": bounds[0]} if bounds else {}), "seconds": time.perf_counter() - began,
        "cpuSeconds": processor() - worked}))
