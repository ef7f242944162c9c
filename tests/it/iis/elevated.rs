//! The helper with an administrator's rights takes one agreed plan for this computer's configuration.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use certwright::core::artifact::Fingerprint;
use certwright::core::env::memory::MemoryIis;
use certwright::core::env::{Elevated, Elevation, ElevationFault, Env};
use certwright::core::iis::act::{ApplyRequest, apply};
use certwright::core::iis::elevated::{ElevatedFault, run};
use certwright::core::iis::flags::HttpSysFlags;
use certwright::core::iis::http_sys::{EntryKey, SslEntry};
use certwright::core::iis::plan::{BindingName, Fix, PlanFile, make};
use certwright::core::iis::scan;
use certwright::core::op::{Outcome, Report};
use certwright::core::problem::Failure;
use certwright::core::progress::{Progress, Unwatched};
use certwright::platform::World;

use super::made::{now, site, whole};

/// A folder with a configuration and a plan for it; `own` is what this computer's IIS reads.
fn with<R>(own: &str, act: impl FnOnce(&Path, &Path, Fingerprint, &Env<'_>) -> R) -> R {
    let folder = tempfile::tempdir().expect("a folder");
    let config = folder.path().join("applicationHost.config");
    fs::write(&config, whole(&[site("shop", 1, &["https *:443:"])], "")).expect("written");
    let iis = MemoryIis {
        config_path: Ok(folder.path().join(own)),
        ..MemoryIis::default()
    };
    let world = World::new();
    let env = Env {
        iis: &iis,
        ..world.env()
    };
    let request = scan::Request {
        config: Some(config.clone()),
        time: Some(now()),
        ..scan::Request::default()
    };
    let scan = scan::scan(&request, &env, &Unwatched)
        .expect("a scan")
        .expect("not cancelled");
    let fix = Fix::GiveHost {
        binding: BindingName {
            site: "shop".into(),
            protocol: "https".into(),
            information: "*:443:".into(),
            nth: 0,
        },
        host: "shop.example.com".into(),
    };
    let ground = scan.ground();
    let plan = make(&ground, &[fix]);
    let text = PlanFile::of(&plan, &config, scan.sha256, &ground).text();
    let path = folder.path().join("plan.json");
    fs::write(&path, &text).expect("written");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("set");
    act(&config, &path, Fingerprint::of(text.as_bytes()), &env)
}

#[test]
fn the_agreed_plan_is_carried_out() {
    with("applicationHost.config", |config, plan, hash, env| {
        run(plan, &hash, env).expect("done");
        let text = fs::read_to_string(config).expect("there");
        assert!(text.contains("*:443:shop.example.com"));
    });
}

#[test]
fn anything_else_is_refused_and_nothing_is_written() {
    let refused = |own: &str, change: &dyn Fn(&Path), other: bool| {
        with(own, |config, plan, hash, env| {
            let before = fs::read(config).expect("there");
            change(plan);
            let hash = if other {
                Fingerprint::of(b"other")
            } else {
                hash
            };
            let failure = run(plan, &hash, env).expect_err("refused");
            assert_eq!(fs::read(config).expect("there"), before);
            failure
        })
    };
    let own = "applicationHost.config";
    let nothing = |_: &Path| {};
    let changed = |plan: &Path| {
        let text = fs::read_to_string(plan).expect("there");
        fs::write(plan, text.replace("shop.example.com", "evil.example.com")).expect("written");
    };
    let open = |plan: &Path| {
        fs::set_permissions(plan, fs::Permissions::from_mode(0o666)).expect("set");
    };
    assert!(matches!(
        refused(own, &nothing, true),
        Failure::Elevated(ElevatedFault::OtherPlan { .. })
    ));
    assert!(matches!(
        refused(own, &changed, false),
        Failure::Elevated(ElevatedFault::OtherPlan { .. })
    ));
    assert!(matches!(
        refused(own, &open, false),
        Failure::Elevated(ElevatedFault::Plan { .. })
    ));
    let elsewhere = "inetsrv/config/applicationHost.config";
    assert!(matches!(
        refused(elsewhere, &nothing, false),
        Failure::Elevated(ElevatedFault::OtherFile { .. })
    ));
}

/// Stands for Windows' question: the user agrees, and the helper is run in this process.
struct Agreeing<'a>(&'a MemoryIis, std::path::PathBuf, Elevated);

impl Elevation for Agreeing<'_> {
    fn is_elevated(&self) -> bool {
        false
    }

    fn folder(&self) -> Option<std::path::PathBuf> {
        Some(self.1.clone())
    }

    fn run(
        &self,
        plan: &Path,
        sha256: &Fingerprint,
        _progress: &dyn Progress,
    ) -> Result<Elevated, ElevationFault> {
        if self.2 != Elevated::Exited(0) {
            return Ok(self.2);
        }
        let world = World::new();
        let env = Env {
            iis: self.0,
            ..world.env()
        };
        let code = run(plan, sha256, &env).map_or(2, |_| 0);
        Ok(Elevated::Exited(code))
    }
}

#[test]
fn a_plan_is_handed_over_by_its_hash_and_leaves_nothing_behind() {
    for answer in [Elevated::Exited(0), Elevated::Declined, Elevated::Exited(2)] {
        with("applicationHost.config", |config, plan, _, env| {
            let before = fs::read(config).expect("there");
            let handed = tempfile::tempdir().expect("a folder");
            let iis = MemoryIis {
                config_path: Ok(config.to_owned()),
                ..MemoryIis::default()
            };
            let agreeing = Agreeing(&iis, handed.path().to_owned(), answer);
            let env = Env {
                elevation: &agreeing,
                ..*env
            };
            let request = ApplyRequest {
                plan: PlanFile::parse(&fs::read(plan).expect("there")).expect("a plan"),
                copy_to: None,
                as_administrator: true,
            };
            let outcome = apply(&request, &env, &Unwatched);
            let is_changed = fs::read(config).expect("there") != before;
            assert_eq!(is_changed, answer == Elevated::Exited(0));
            match (answer, outcome) {
                (Elevated::Exited(0), Outcome::Done(Report::IisActed(acted))) => {
                    assert!(acted.by_helper);
                }
                (Elevated::Declined, Outcome::Failed(Failure::HelperDeclined))
                | (Elevated::Exited(2), Outcome::Failed(Failure::HelperFailed { code: 2 })) => {}
                _ => panic!("{answer:?}"),
            }
            assert_eq!(fs::read_dir(handed.path()).expect("a folder").count(), 0);
        });
    }
}

#[test]
fn nothing_is_written_while_http_sys_lacks_what_the_plan_counts_on() {
    with("applicationHost.config", |config, plan, _, env| {
        let mut plan = PlanFile::parse(&fs::read(plan).expect("there")).expect("a plan");
        let entry = SslEntry {
            key: EntryKey::parse("hostnameport=shop.example.com:443").expect("a key"),
            thumbprint: None,
            app_id: None,
            store: None,
            flags: HttpSysFlags::default(),
        };
        plan.entries = vec![entry.clone()];
        let request = ApplyRequest {
            plan,
            copy_to: None,
            as_administrator: false,
        };
        let before = fs::read(config).expect("there");
        let on = |entries: Vec<SslEntry>| {
            let iis = MemoryIis {
                config_path: Ok(config.to_owned()),
                entries: Ok(entries),
                ..MemoryIis::default()
            };
            let env = Env { iis: &iis, ..*env };
            apply(&request, &env, &Unwatched)
        };
        let refused = on(Vec::new());
        assert!(
            matches!(refused, Outcome::Failed(Failure::IisEntriesFirst(missing)) if missing.len() == 1)
        );
        assert_eq!(fs::read(config).expect("there"), before);
        assert!(matches!(on(vec![entry]), Outcome::Done(_)));
        assert_ne!(fs::read(config).expect("there"), before);
    });
}
