using Tanyuan.Index.Queries;

namespace Tanyuan.Index.Searching;

/// <summary>
/// A query as a list of terms and phrases with roles and of conditions, where it can be said so: terms of which any or all match, with others that
/// only add or that exclude, however nested and boosted. Most queries are like that, and those are the ones that are searched with pruning.
/// Reused from query to query; allocates nothing when it has grown to the size of the queries.
/// </summary>
sealed class FlatQuery
{
    readonly List<FlatTerm> terms = [];
    readonly List<FlatPhrase> phrases = [];
    readonly List<FlatCondition> conditions = [];
    bool hasFinding;
    bool hasRequired;

    internal List<FlatTerm> Terms => terms;

    internal List<FlatPhrase> Phrases => phrases;

    internal List<FlatCondition> Conditions => conditions;

    /// <summary>Whether documents are found by all of some clauses, not by any of some.</summary>
    internal bool IsConjunction => hasRequired;

    /// <summary>Takes a query apart; false where it is of another kind.</summary>
    internal bool TryFlatten(Query query)
    {
        terms.Clear();
        phrases.Clear();
        conditions.Clear();
        (hasFinding, hasRequired) = (false, false);
        if (!Add(query, 1, Role.Required) || hasFinding == hasRequired)
            return false;

        LetOneFind();
        return true;
    }

    // All of one is any of one, and that is searched block by block instead of document by document.
    void LetOneFind()
    {
        if (!hasRequired || phrases.Count > 0)
            return;

        var place = terms.FindIndex(static term => term.Role == Role.Required);
        if (terms.FindLastIndex(static term => term.Role == Role.Required) != place)
            return;

        terms[place] = terms[place] with { Role = Role.Finding };
        (hasFinding, hasRequired) = (true, false);
    }

    bool Add(Query query, double boost, Role role) => query switch
    {
        TermQuery term => AddTerm(term.Field, term.Term, boost * term.Boost, role),
        BoostQuery boosted => Add(boosted.Inner, boost * boosted.Boost, role),
        PhraseQuery phrase => AddPhrase(phrase, boost * phrase.Boost, role),
        BooleanQuery boolean => AddBoolean(boolean, boost, role),
        ColumnQuery condition => AddCondition(condition, role),
        _ => false,
    };

    bool AddTerm(int field, string term, double boost, Role role, int phrase = -1, int position = 0, bool boundsPhrase = false)
    {
        hasRequired |= role == Role.Required;
        terms.Add(new FlatTerm(field, term, boost, role, phrase, position, boundsPhrase));
        return IsFactor(boost);
    }

    bool AddPhrase(PhraseQuery phrase, double boost, Role role)
    {
        // A phrase of one term occurs where the term does, and is as rare.
        if (phrase.Terms.Count == 1 && phrase.Slop >= 0)
            return AddTerm(phrase.Field, phrase.Terms[0].Term, boost, role, position: -1);
        if (role != Role.Required || phrase.Terms.Count == 0 || phrase.Slop < 0)
            return false;

        // Occurrences of the first term are counted; with a slop several of them may share one of another term.
        for (var i = 0; i < phrase.Terms.Count; i++)
            AddTerm(phrase.Field, phrase.Terms[i].Term, boost, role, phrases.Count, phrase.Terms[i].Position, boundsPhrase: i == 0 || phrase.Slop == 0);
        phrases.Add(new FlatPhrase(phrase.Field, phrase.Slop, boost));
        return IsFactor(boost);
    }

    // A condition alone finds nothing: where there is no term, it is no flat query.
    bool AddCondition(ColumnQuery condition, Role role)
    {
        conditions.Add(new FlatCondition(condition, role == Role.Prohibited));
        return role is Role.Required or Role.Prohibited;
    }

    bool AddBoolean(BooleanQuery query, double boost, Role role)
    {
        if (query.Must.Count > 0 && role != Role.Required)
            return false;
        if (query.MustNot.Count > 0 && role != Role.Required)
            return false;

        var needed = Math.Max(query.MinimumShouldMatch, query.Must.Count == 0 ? 1 : 0);
        if (needed > 1 || (needed == 1 && query.Should.Count == 0))
            return false;

        if (!AddAll(query.Must, boost, role))
            return false;
        var shouldRole = role != Role.Required ? role : needed == 1 ? Role.Finding : Role.Adding;
        if (shouldRole == Role.Finding && role == Role.Required)
        {
            // Two groups, one of each: that is no flat query any more.
            if (hasFinding)
                return false;
            hasFinding = true;
        }

        return AddAll(query.Should, boost, shouldRole) && AddAll(query.MustNot, boost, Role.Prohibited);
    }

    bool AddAll(IReadOnlyList<Query> queries, double boost, Role role)
    {
        for (var i = 0; i < queries.Count; i++)
        {
            if (!Add(queries[i], boost, role))
                return false;
        }

        return true;
    }

    static bool IsFactor(double factor) => factor >= 0 && double.IsFinite(factor);
}
