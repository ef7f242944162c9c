//! The story of real bundles: sound ones are called sound, and each fault is called by its id.

use std::fs;
use std::sync::Arc;

use certwright::core::bundle::story::{Cell, Headline, PasswordCell, Server};
use certwright::core::bundle::{KeyState, unlock};
use certwright::core::finding::{Severity, Verdict};
use certwright::core::op::Request;
use certwright::core::secret::Secret;

use crate::support::{fixture, ids, inspect, run};

/// Bundles that are sound and complete, by the passwords they bring themselves.
const SOUND: [&str; 7] = [
    "bundles/certbot",
    "bundles/four-folder.zip",
    "bundles/per-server",
    "bundles/server-names.zip",
    "bundles/zerossl.zip",
    "broken/passwords-swapped",
    "broken/name-mismatch",
];

/// Bundles without a key: the one who ordered has it.
const WITHOUT_KEY: [&str; 8] = [
    "bundles/digicert-der.p7b",
    "bundles/digicert-pem.p7b",
    "bundles/digicert.zip",
    "bundles/godaddy-iis.zip",
    "bundles/godaddy.zip",
    "bundles/sectigo.zip",
    "bundles/user-csr-with-request.zip",
    "bundles/user-csr.zip",
];

/// Findings that belong to the chain engine, which judges deeper than the story.
const CHAIN_ENGINE: [&str; 6] = [
    "ca_flag_missing",
    "chain_alternative_paths",
    "chain_too_long",
    "critical_extension_unknown",
    "name_constraint_violated",
    "path_length_exceeded",
];

#[test]
fn sound_bundles_are_complete() {
    for path in SOUND {
        let inspection = inspect(path, &[]);
        let identity = inspection
            .story
            .identities
            .first()
            .unwrap_or_else(|| panic!("{path}: no identity"));
        assert!(identity.is_complete, "{path}: {:?}", ids(&inspection));
        assert_eq!(
            inspection.story.headline,
            Headline::Complete,
            "{path}: {:?}",
            ids(&inspection)
        );
        assert!(
            identity.made_for.iter().all(|row| row.is_ready()),
            "{path}: {:?}",
            identity.made_for
        );
    }
}

#[test]
fn bundles_without_a_key_are_sound_with_a_warning() {
    for path in WITHOUT_KEY {
        let inspection = inspect(path, &[]);
        let identity = inspection
            .story
            .identities
            .first()
            .unwrap_or_else(|| panic!("{path}: no identity"));
        assert!(identity.anchor.is_some(), "{path}: {:?}", ids(&inspection));
        assert_eq!(identity.key, KeyState::Missing, "{path}");
        assert_eq!(
            inspection.story.verdict,
            Verdict::Warning,
            "{path}: {:?}",
            ids(&inspection)
        );
        assert!(
            ids(&inspection).contains(&"key_missing"),
            "{path}: {:?}",
            ids(&inspection)
        );
    }
}

#[test]
fn a_chosen_password_is_asked_once_and_opens_everything() {
    let before = inspect("bundles/user-password.zip", &[]);
    assert_eq!(before.locked.len(), 1, "one group");
    assert!(
        before.locked[0].members.len() >= 3,
        "key, PFX and JKS: {:?}",
        before.locked
    );
    assert!(
        ids(&before).contains(&"password_file_absent"),
        "{:?}",
        ids(&before)
    );
    let secret = Arc::new(Secret::from("chosen-at-order"));
    let after = run(Request::Unlock(unlock::Request {
        inspection: before,
        group: 0,
        secret,
    }));
    assert!(after.locked.is_empty(), "{:?}", after.locked);
    assert_eq!(
        after.story.headline,
        Headline::Complete,
        "{:?}",
        ids(&after)
    );
}

#[test]
fn a_wrong_answer_is_said_and_the_right_one_still_opens() {
    let before = inspect("bundles/user-password.zip", &[]);
    let wrong = Arc::new(Secret::from("not this one"));
    let refused = run(Request::Unlock(unlock::Request {
        inspection: before,
        group: 0,
        secret: wrong,
    }));
    assert_eq!(refused.locked.len(), 1);
    assert!(
        ids(&refused).contains(&"keystore_password_wrong"),
        "{:?}",
        ids(&refused)
    );
    let right = Arc::new(Secret::from("chosen-at-order"));
    let after = run(Request::Unlock(unlock::Request {
        inspection: refused,
        group: 0,
        secret: right,
    }));
    assert_eq!(
        after.story.headline,
        Headline::Complete,
        "{:?}",
        ids(&after)
    );
}

#[test]
fn each_fault_is_called_by_its_id() {
    let manifest = fs::read_to_string(fixture("broken/manifest.json")).expect("manifest");
    let entries: Vec<serde_json::Value> = serde_json::from_str(&manifest).expect("JSON");
    let mut missed = Vec::new();
    for entry in &entries {
        let path = entry["path"].as_str().expect("path");
        let found = ids(&inspect(&format!("broken/{path}"), &[]));
        let expected = entry["provokes"]
            .as_array()
            .expect("provokes")
            .iter()
            .filter_map(|id| id.as_str());
        for id in expected.filter(|id| !CHAIN_ENGINE.contains(id) && !found.contains(id)) {
            missed.push(format!("{path}: {id} not among {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn what_is_sound_has_no_warning() {
    let manifest = fs::read_to_string(fixture("broken/manifest.json")).expect("manifest");
    let entries: Vec<serde_json::Value> = serde_json::from_str(&manifest).expect("JSON");
    let without_fault = ["leaf-missing"];
    for entry in &entries {
        let path = entry["path"].as_str().expect("path");
        let is_sound = entry["provokes"].as_array().is_some_and(Vec::is_empty)
            && !without_fault.contains(&path);
        let inspection = inspect(&format!("broken/{path}"), &[]);
        let worst: Vec<_> = inspection
            .findings()
            .iter()
            .filter(|finding| finding.severity > Severity::Info)
            .map(|finding| finding.id().name())
            .filter(|id| *id != "key_missing")
            .collect();
        assert!(
            !is_sound || worst.is_empty(),
            "{path}: {worst:?} {:?}",
            inspection
                .findings()
                .iter()
                .map(|f| (f.id().name(), f.fact.evidence().to_string()))
                .collect::<Vec<_>>()
        );
    }
}

#[test]
fn leaf_missing_is_an_error() {
    let inspection = inspect("broken/leaf-missing", &[]);
    assert_eq!(ids(&inspection), ["certificate_missing"]);
    assert_eq!(inspection.story.verdict, Verdict::Error);
}

#[test]
fn the_four_folders_are_for_four_servers() {
    let inspection = inspect("bundles/four-folder.zip", &[]);
    let rows = &inspection.story.identities[0].made_for;
    let servers: Vec<Server> = rows.iter().map(|row| row.server).collect();
    assert_eq!(
        servers,
        [Server::Iis, Server::Nginx, Server::Apache, Server::Tomcat]
    );
    assert!(
        rows.iter()
            .all(|row| row.key == Cell::Good && row.certificate == Cell::Good)
    );
    assert!(
        matches!(rows[0].password, PasswordCell::File(_)),
        "{:?}",
        rows[0].password
    );
    assert_eq!(rows[1].password, PasswordCell::NotNeeded);
}

#[test]
fn a_host_outside_the_names_is_said() {
    let mut request = crate::support::request(&[fixture("bundles/four-folder.zip")], &[]);
    request.host = Some("mail.example.com".to_owned());
    let inspection = run(Request::Inspect(request));
    assert!(ids(&inspection).contains(&"name_mismatch"));
}
