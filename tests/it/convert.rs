//! What a conversion takes, refuses and leaves behind.

use certwright::core::bundle::Inspection;
use certwright::core::convert::readers::PasswordShape;
use certwright::core::convert::{
    Choice, Format, Material, Note, PemLayout, Plan, Provider, Readable, Reader, Reason, Refusal,
    Target, names, plan,
};
use certwright::core::keystore::KeyAttributes;
use certwright::core::keystore::pfx::PfxCipher;

use crate::support::{fixture, inspect, request, run};

fn planned(inspection: &Inspection, choice: &Choice) -> Result<Plan, Refusal> {
    plan(&Material::of(inspection), choice, "shop")
}

fn file_names(plan: &Plan) -> Vec<&str> {
    plan.files.iter().map(|file| file.name.as_str()).collect()
}

#[test]
fn key_certificate_and_chain_are_found_wherever_they_lie() {
    for bundle in [
        "four-folder.zip",
        "server-names.zip",
        "certbot",
        "zerossl.zip",
    ] {
        let inspection = inspect(&format!("bundles/{bundle}"), &[]);
        let plan = planned(&inspection, &Choice::for_target(Target::Server2019)).expect(bundle);
        let entry = &plan.entries.first().expect("an entry").entry;
        assert!(entry.key.is_some(), "{bundle}");
        assert!(!plan.chain(entry).is_empty(), "{bundle}: chain");
        assert_eq!(file_names(&plan), ["shop.pfx"], "{bundle}");
    }
}

#[test]
fn without_a_key_no_pfx_is_planned_and_pem_says_so() {
    let inspection = inspect("bundles/user-csr.zip", &[]);
    let pfx = planned(&inspection, &Choice::for_target(Target::Server2019));
    assert!(matches!(pfx, Err(Refusal::NoKey { .. })));
    let pem = planned(&inspection, &Choice::for_target(Target::OpenSsl)).expect("a plan");
    assert!(pem.notes.contains(&Note::WithoutKey));
    assert_eq!(file_names(&pem), ["shop.crt"]);
}

#[test]
fn a_key_that_fits_nothing_is_refused_with_what_was_tried() {
    let paths = ["bundles/user-csr.zip", "ca/elsewhere.key"].map(fixture);
    let request = request(&paths, &[]);
    let inspection = run(certwright::core::op::Request::Inspect(request));
    for target in [Target::Server2019, Target::OpenSsl, Target::Java8] {
        match planned(&inspection, &Choice::for_target(target)) {
            Err(Refusal::KeyFitsNothing { keys, certificates }) => {
                assert_eq!(keys.len(), 1, "{target:?}");
                assert_eq!(certificates.len(), 1, "{target:?}");
            }
            other => panic!("{target:?}: {:?}", other.err()),
        }
    }
}

#[test]
fn a_locked_key_asks_for_its_password_first() {
    let inspection = inspect("bundles/user-password.zip", &[]);
    let refusal = planned(&inspection, &Choice::for_target(Target::Server2019)).err();
    assert!(
        matches!(refusal, Some(Refusal::StillLocked { .. })),
        "{refusal:?}"
    );
}

#[test]
fn what_is_still_locked_beside_a_key_is_not_left_out_without_a_word() {
    let inspection = inspect(
        "keystores/keytool-two-keys.jks",
        &["changeit", "its-own-password"],
    );
    let plan = planned(&inspection, &Choice::for_target(Target::Java)).expect("a plan");
    assert_eq!(plan.entries.len(), 1);
    assert!(
        plan.notes.contains(&Note::LockedLeft(1)),
        "{:?}",
        plan.notes
    );
}

#[test]
fn forms_without_a_key_plan_none() {
    let inspection = inspect("bundles/four-folder.zip", &[]);
    for format in [Format::P7b, Format::Der] {
        let choice = Choice {
            format,
            ..Choice::for_target(Target::Server2019)
        };
        let plan = planned(&inspection, &choice).expect("a plan");
        assert!(plan.key_kinds().is_empty(), "{format:?}");
        let table = plan.readers(PasswordShape::default());
        let windows = Reader::Target(Target::Server2016);
        assert!(table.contains(&(windows, Readable::Yes)), "{format:?}");
    }
}

#[test]
fn a_java_keystore_of_several_keys_stays_one_and_windows_asks_which() {
    let inspection = inspect("keystores/keytool-everything.jks", &["changeit"]);
    let keys = Material::of(&inspection).with_key().count();
    assert_eq!(keys, 2);
    let java = planned(&inspection, &Choice::for_target(Target::Java)).expect("a plan");
    assert_eq!(java.entries.len(), 2);
    assert_eq!(java.trusted.len(), 1, "the trusted certificate stays too");
    let windows = planned(&inspection, &Choice::for_target(Target::Server2019));
    assert!(matches!(
        windows,
        Err(Refusal::SeveralLeaves { can_hold: true, .. })
    ));
    let leaf = java.entries[0].entry.leaf.fingerprint;
    let one = Choice {
        leaves: Some(vec![leaf]),
        ..Choice::for_target(Target::Server2019)
    };
    assert_eq!(planned(&inspection, &one).expect("a plan").entries.len(), 1);
}

#[test]
fn two_entries_of_one_alias_are_refused_as_java_would_lose_one() {
    let inspection = inspect("keystores/keytool-everything.jks", &["changeit"]);
    let choice = Choice {
        name: Some("Same".to_owned()),
        ..Choice::for_target(Target::Java8)
    };
    assert_eq!(
        planned(&inspection, &choice).err(),
        Some(Refusal::AliasCollision {
            alias: "same".to_owned()
        })
    );
}

#[test]
fn microsofts_attributes_are_kept_dropped_or_set() {
    let inspection = inspect("keystores/openssl-windows-attributes.pfx", &["changeit"]);
    let attributes = |provider: Provider, target: Target| {
        let choice = Choice {
            provider,
            format: Format::Pfx,
            ..Choice::for_target(target)
        };
        let plan = planned(&inspection, &choice).expect("a plan");
        plan.entries[0].attributes.clone()
    };
    let kept = attributes(Provider::Keep, Target::Server2019);
    assert!(kept.provider.is_some() && kept.is_machine_key, "{kept:?}");
    let none = KeyAttributes::default();
    assert_eq!(attributes(Provider::Drop, Target::Server2019), none);
    assert_eq!(attributes(Provider::Keep, Target::Java), none);
    let software = KeyAttributes {
        provider: Some("Microsoft Software Key Storage Provider".to_owned()),
        is_machine_key: false,
    };
    let set = attributes(Provider::Set(software.clone()), Target::Server2016);
    assert_eq!(set, software);
}

#[test]
fn the_central_store_gets_one_file_a_host_and_an_underscore_for_the_star() {
    let inspection = inspect("bundles/four-folder.zip", &[]);
    let plan = planned(&inspection, &Choice::for_target(Target::Ccs)).expect("a plan");
    let leaf = &plan.entries[0].entry.leaf;
    let hosts: Vec<String> = leaf.dns_names().map(str::to_owned).collect();
    assert_eq!(plan.files.len(), hosts.len());
    for host in hosts {
        let name = format!("{}.pfx", host.replacen('*', "_", 1));
        assert!(file_names(&plan).contains(&name.as_str()), "{name}");
    }
    assert_eq!(names::central_store(leaf).len(), plan.files.len());
}

#[test]
fn each_layout_of_pem_has_its_files() {
    let inspection = inspect("bundles/four-folder.zip", &[]);
    let names = |layout| {
        let choice = Choice {
            format: Format::Pem(layout),
            ..Choice::for_target(Target::OpenSsl)
        };
        let plan = planned(&inspection, &choice).expect("a plan");
        let names: Vec<String> = plan.files.into_iter().map(|file| file.name).collect();
        names.join(" ")
    };
    assert_eq!(names(PemLayout::Nginx), "shop.crt shop.key");
    assert_eq!(names(PemLayout::Apache), "shop.crt shop.chain.crt shop.key");
    assert_eq!(names(PemLayout::HaProxy), "shop.pem");
    assert_eq!(names(PemLayout::One), "shop.pem");
    assert_eq!(
        names(PemLayout::Separate),
        "shop.crt shop.chain.crt shop.fullchain.crt shop.key"
    );
}

#[test]
fn a_trust_store_takes_certificates_only_and_names_each_apart() {
    let inspection = inspect("keystores/keytool-truststore.jks", &["changeit"]);
    let choice = Choice {
        is_trust_store: true,
        ..Choice::for_target(Target::Java)
    };
    let plan = planned(&inspection, &choice).expect("a plan");
    assert!(plan.entries.is_empty() && !plan.trusted.is_empty());
    assert!(plan.files.iter().all(|file| !file.is_secret));
}

#[test]
fn old_windows_refuses_what_new_windows_prefers() {
    let inspection = inspect("bundles/four-folder.zip", &[]);
    let answer = |cipher, target| {
        let choice = Choice {
            cipher: Some(cipher),
            ..Choice::for_target(Target::Server2019)
        };
        let plan = planned(&inspection, &choice).expect("a plan");
        let table = plan.readers(PasswordShape::of("Aep7heiF4u"));
        let found = table.into_iter().find(|(reader, _)| *reader == target);
        found.expect("a row").1
    };
    let (old, new) = (
        Reader::Target(Target::Server2016),
        Reader::Target(Target::Server2019),
    );
    let too_new = Readable::No(Reason::CipherTooNew);
    assert_eq!(answer(PfxCipher::Aes256Sha256, old), too_new);
    assert_eq!(answer(PfxCipher::Aes256Sha256, new), Readable::Yes);
    assert_eq!(answer(PfxCipher::TripleDesSha1, old), Readable::Yes);
    assert_eq!(answer(PfxCipher::TripleDesSha1, new), Readable::Yes);
    assert_eq!(
        answer(PfxCipher::TripleDesSha1, Reader::Fips),
        Readable::Perhaps(Reason::CipherNotApproved)
    );
}

#[test]
fn java_refuses_passwords_beyond_ascii_and_its_tools_short_ones() {
    let inspection = inspect("bundles/four-folder.zip", &[]);
    let plan = planned(&inspection, &Choice::for_target(Target::Java)).expect("a plan");
    let answer = |password: &str| {
        let table = plan.readers(PasswordShape::of(password));
        let java = Reader::Target(Target::Java);
        table
            .into_iter()
            .find(|(reader, _)| *reader == java)
            .expect("a row")
            .1
    };
    assert_eq!(answer("Aep7heiF4u"), Readable::Yes);
    assert_eq!(
        answer("密码密码密码"),
        Readable::No(Reason::PasswordNotAscii)
    );
    assert_eq!(answer("abc"), Readable::Perhaps(Reason::PasswordShort));
}
