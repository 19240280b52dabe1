// Functions that every query of quadwire query can use. They are plain JavaScript over Cayley's Gizmo: what they do can
// be written without them.
//
//   actor("Sullivan")         the actors of this name, alias or id, as a path
//   side("Russia")            everybody who acts for this side
//   verb("warn")              the verbs with this lemma
//   claims()                  every claim; told(): those told as done
//   by(actors), upon(actors)  the claims whose subject, or object, is one of them
//   warned()                  who warned whom, as a path with tags; did("meet") for any verb
//   rows(path)                claims as an array of objects: claim, who, verb, whom, class, date, speaker, sentence …
//   name(id), sideOf(id)      an actor's name and side
//   article(claim)            the article that makes a claim
//   count(list, key)          how often each key occurs, most often first
//   emitClaim(row)            makes a result of a row, with names for ids
//   args                      what stands behind the name of a query of the library
//
// They are ordinary properties of the global object, so a query may use the same names for its own variables.

(function (global) {
	function actor(name) {
		if (/^<?actor:/.test(name)) return g.V(name[0] === "<" ? name : "<" + name + ">").unique();
		return g.V(name).in(["<rdfs:label>", "<actor:alias>"]).unique();
	}

	function side(name) {
		return g.V(name).in("<actor:side>").unique();
	}

	function verb(lemma) {
		return g.V(lemma).in("<verb:lemma>").unique();
	}

	function claims() {
		return g.V("<claim:Claim>").in("<rdf:type>");
	}

	function told() {
		return claims().has("<claim:polarity>", "affirmed").has("<claim:modality>", "actual");
	}

	function by(actors) {
		return actors.in("<claim:subject>").unique();
	}

	function upon(actors) {
		return actors.in("<claim:object>").unique();
	}

	// did walks the shortcuts, which hold what is told as done.
	function did(lemma) {
		return verb(lemma).in("<claim:predicate>").has("<claim:polarity>", "affirmed").has("<claim:modality>", "actual").tag("claim")
			.save("<claim:subject>", "who").save("<claim:object>", "whom").unique();
	}

	function warned() {
		return did("warn");
	}

	// rows fetches the fields of claims. A claim without an object, date or speaker has none here either.
	function rows(path) {
		var fields = {who: "subject", verb: "lemma", whom: "object", class: "class", date: "date", polarity: "polarity",
			modality: "modality", speaker: "speaker", mutual: "mutual", theme: "theme", confidence: "confidence", sentence: "quote"};
		path = path.unique().tag("claim").saveOpt("<claim:predicate>", "predicate");
		for (var f in fields) path = path.saveOpt("<claim:" + fields[f] + ">", f);
		var seen = {}, out = [], lemmas = {};
		path.forEach(function (d) {
			if (seen[d.claim]) return;
			seen[d.claim] = true;
			delete d.id;
			out.push(d);
		});
		out.forEach(function (d) { // most verbs keep their lemma for all their claims
			if (!(d.predicate in lemmas)) lemmas[d.predicate] = g.V(d.predicate).out("<verb:lemma>").toArray()[0];
			d.verb = d.verb || lemmas[d.predicate];
		});
		return out.sort(function (a, b) { return compare(a.date || "~", b.date || "~") || compare(a.claim, b.claim); });
	}

	function compare(a, b) {
		return a < b ? -1 : a > b ? 1 : 0;
	}

	var names = {}, sides = {};

	function name(id) {
		if (!id) return "";
		if (!(id in names)) {
			var all = g.V(id).out("<rdfs:label>").unique().toArray().sort();
			names[id] = all.sort(function (a, b) { return b.length - a.length; })[0] || id;
		}
		return names[id];
	}

	function sideOf(id) {
		if (!id) return "";
		if (!(id in sides)) sides[id] = g.V(id).out("<actor:side>").unique().toArray().sort()[0] || "";
		return sides[id];
	}

	function article(claim) {
		return g.V(claim).labels().unique().toArray()[0];
	}

	function count(list, key) {
		var n = {};
		list.forEach(function (x) {
			var k = key(x);
			if (k) n[k] = (n[k] || 0) + 1;
		});
		return Object.keys(n).map(function (k) { return {key: k, n: n[k]}; })
			.sort(function (a, b) { return b.n - a.n || compare(a.key, b.key); });
	}

	// emitClaim makes a row of a claim for people to read.
	function emitClaim(d, more) {
		var row = {who: name(d.who), verb: d.verb, whom: name(d.whom), date: d.date || "", sentence: d.sentence};
		for (var k in more || {}) row[k] = more[k];
		g.emit(row);
	}

	var all = {actor: actor, side: side, verb: verb, claims: claims,
		told: told, by: by, upon: upon, did: did, warned: warned, rows: rows,
		name: name, sideOf: sideOf, article: article, count: count, compare: compare, emitClaim: emitClaim};
	for (var n in all) global[n] = all[n];
	if (!global.args) global.args = [];
})(this);
