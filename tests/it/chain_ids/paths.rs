//! Paths that no file has: too many names, two ways, an issuer of another name, authorities without end.

use certwright::core::chain::Profile;
use certwright::core::der::{Tag, sequence, tlv};
use certwright::core::finding::Finding;
use rcgen::{DnType, Issuer, KeyPair, SerialNumber};

use super::check;
use super::made::*;

/// Two certificates of one authority.
pub fn two_ways() -> Vec<Finding> {
    let plan = Plan::sound();
    let keys = [0; 3].map(|_| KeyPair::generate().unwrap());
    let (top, mut between) = (plan.root.params(), plan.middle.params());
    let root = parsed(top.self_signed(&keys[0]).unwrap().der());
    let by_root = Issuer::from_params(&top, &keys[0]);
    let first = parsed(between.signed_by(&keys[1], &by_root).unwrap().der());
    between.serial_number = Some(SerialNumber::from(vec![7; 12]));
    let second = parsed(between.signed_by(&keys[1], &by_root).unwrap().der());
    let by_middle = Issuer::from_params(&between, &keys[1]);
    let leaf = parsed(
        plan.leaf
            .params()
            .signed_by(&keys[2], &by_middle)
            .unwrap()
            .der(),
    );
    let answer = answer(&leaf, &[first, second], &root, Profile::Practice, false);
    assert_eq!(answer.trusted().count(), 2);
    check(
        "chain_alternative_paths",
        &answer.findings,
        Some(leaf.fingerprint),
        "two ways",
    );
    answer.findings
}

/// Signed by the authority's key, whose identifier it names, in the name of somebody else.
pub fn other_name() -> Vec<Finding> {
    let plan = Plan::sound();
    let keys = [0; 3].map(|_| KeyPair::generate().unwrap());
    let (top, mut between) = (plan.root.params(), plan.middle.params());
    let root = parsed(top.self_signed(&keys[0]).unwrap().der());
    let by_root = Issuer::from_params(&top, &keys[0]);
    let middle = parsed(between.signed_by(&keys[1], &by_root).unwrap().der());
    between
        .distinguished_name
        .push(DnType::CommonName, "Somebody Else");
    let by_other = Issuer::from_params(&between, &keys[1]);
    let leaf = parsed(
        plan.leaf
            .params()
            .signed_by(&keys[2], &by_other)
            .unwrap()
            .der(),
    );
    let about = Some(leaf.fingerprint);
    let findings = judge(&[leaf, middle, root], Profile::Practice, false);
    check("chain_names_differ", &findings, about, "other name");
    findings
}

/// Authorities on and on.
pub fn endless() {
    let mut below = Plan::sound();
    below.middle.unset(AUTHORITY_KEY);
    let key = KeyPair::generate().unwrap();
    let root = parsed(below.root.params().self_signed(&key).unwrap().der());
    let (mut above, mut above_key) = (below.root.params(), key);
    let mut made = Vec::new();
    for _ in 0..30 {
        let name = format!("Authority {}", made.len());
        let mut params = below.middle.params();
        params.distinguished_name.push(DnType::CommonName, name);
        let key = KeyPair::generate().unwrap();
        let issuer = Issuer::from_params(&above, &above_key);
        made.push(parsed(params.signed_by(&key, &issuer).unwrap().der()));
        (above, above_key) = (params, key);
    }
    let leaf = made.pop().unwrap();
    let answer = answer(&leaf, &made, &root, Profile::Practice, false);
    let best = answer.best().unwrap();
    let top = best.steps.last().unwrap().certificate.fingerprint;
    check(
        "chain_too_long",
        &best.findings,
        Some(top),
        "30 authorities",
    );
    assert!(!answer.is_sound());
}

/// More names and constraints than are compared.
pub fn too_many_names() -> Vec<Finding> {
    let mut plan = Plan::sound();
    plan.leaf.set(
        NAMES,
        false,
        hosts((0..600).map(|number| format!("a{number}.example.com"))),
    );
    let bases = (0..600).map(|number| sequence(&[&host(&format!("a{number}.example.org"))]));
    let bases: Vec<u8> = bases.flatten().collect();
    let excluded = tlv(Tag::context(1), &[&bases]);
    plan.middle.set(CONSTRAINTS, true, sequence(&[&excluded]));
    let made = plan.make();
    let findings = judge(&made, Profile::Practice, false);
    check(
        "chain_work_limit",
        &findings,
        Some(made[0].fingerprint),
        "many names",
    );
    findings
}
