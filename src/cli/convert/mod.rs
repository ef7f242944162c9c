//! The verb `convert`: sources are opened, a result is planned, made in memory, written, told.

mod args;
mod destination;
mod passwords;
mod paste;
mod stop;
mod tell;
mod wanted;

use std::process::ExitCode;
use std::sync::Arc;

pub use args::Convert;
pub use tell::is_lock;

use super::open::{Sources, no_report, open};
use super::watch::Watch;
use crate::core::bundle::Inspection;
use crate::core::convert::{Choice, Converted, Destination, Made, Material, Plan, run};
use crate::core::env::{Access, Env};
use crate::core::op::{self, Outcome, Report, Request};
use crate::core::progress::Progress;
use crate::core::save::WhenExists;
use crate::platform::World;
use crate::text::Lang;
use crate::text::report::PasswordOrigin;
use passwords::Chosen;
use stop::Stop;

/// What is known before a password is asked for.
struct Prepared {
    inspection: Arc<Inspection>,
    choice: Choice,
    stem: String,
    plan: Plan,
    destination: Destination,
}

/// What came out.
enum Done {
    /// Files were written.
    Written(Arc<Converted>, PasswordOrigin),
    /// Only a plan, because nothing should be written.
    Planned(Box<Plan>, PasswordOrigin),
}

/// Converts, and tells what came of it.
pub fn convert(lang: Lang, asked: &Convert) -> ExitCode {
    let world = World::new();
    let env = world.env();
    let mut prepared = None;
    let outcome = attempt(lang, asked, &env, &mut prepared);
    match (outcome, prepared) {
        (Ok(done), Some(prepared)) => tell::done(lang, asked, &prepared, &done),
        (Ok(_), None) => ExitCode::SUCCESS,
        (Err(stop), _) => tell::stopped(lang, asked, &stop),
    }
}

fn attempt(
    lang: Lang,
    asked: &Convert,
    env: &Env<'_>,
    slot: &mut Option<Prepared>,
) -> Result<Done, Stop> {
    let prepared = slot.insert(prepare(lang, asked, env)?);
    let inspection = Arc::clone(&prepared.inspection);
    produce(lang, asked, prepared, env).map_err(|stop| stop.among(&inspection))
}

/// Opens the sources and plans; costs no password.
fn prepare(lang: Lang, asked: &Convert, env: &Env<'_>) -> Result<Prepared, Stop> {
    let wanted = wanted::form_and_target(lang, asked).map_err(Stop::Usage)?;
    passwords::check(lang, asked).map_err(Stop::Usage)?;
    let sources = Sources {
        paths: &asked.input,
        password_files: asked
            .password_file
            .iter()
            .chain(&asked.key_password_file)
            .collect(),
        password_stdin: asked.password_stdin,
        may_ask: !asked.json,
        trust: asked.trust.clone().unwrap_or_default(),
        ..Sources::default()
    };
    let inspection = open(lang, &sources, env)?;
    let material = Material::of(&inspection);
    let planned = plan(lang, asked, wanted, &material, env);
    let (choice, stem, plan) = planned.map_err(|stop| stop.among(&inspection))?;
    let destination = destination::of(lang, &asked.out, &plan, env).map_err(Stop::Usage)?;
    paste::check(lang, asked, &plan, &destination).map_err(Stop::Usage)?;
    Ok(Prepared {
        inspection,
        choice,
        stem,
        plan,
        destination,
    })
}

fn plan(
    lang: Lang,
    asked: &Convert,
    wanted: (crate::core::convert::Format, crate::core::convert::Target),
    material: &Material,
    env: &Env<'_>,
) -> Result<(Choice, String, Plan), Stop> {
    let choice = wanted::choice(lang, asked, wanted, material)?;
    let stem = destination::stem(asked, material, env);
    let plan = crate::core::convert::plan(material, &choice, &stem)
        .map_err(|refusal| wanted::told_apart(lang, refusal, choice.format, material))?;
    Ok((choice, stem, plan))
}

fn produce(lang: Lang, asked: &Convert, prepared: &Prepared, env: &Env<'_>) -> Result<Done, Stop> {
    if asked.dry_run {
        let origin = passwords::expected(asked, &prepared.plan);
        return Ok(Done::Planned(Box::new(prepared.plan.clone()), origin));
    }
    let Chosen { passwords, origin } = passwords::choose(lang, asked, &prepared.plan, env)?;
    let watch = Watch::new(lang);
    let request = Request::Convert(run::Request {
        inspection: Arc::clone(&prepared.inspection),
        choice: prepared.choice.clone(),
        stem: prepared.stem.clone(),
        passwords,
    });
    let made = match perform(&request, env, &watch)? {
        Report::Made(made) => made,
        _ => return Err(no_report(&request).into()),
    };
    write(asked, prepared, made, origin, env, &watch)
}

fn write(
    asked: &Convert,
    prepared: &Prepared,
    made: Arc<Made>,
    origin: PasswordOrigin,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Done, Stop> {
    let has_password = matches!(origin, PasswordOrigin::Given | PasswordOrigin::Generated);
    let request = Request::WriteConverted(run::WriteRequest {
        made,
        destination: prepared.destination.clone(),
        access: match &asked.also_readable_by {
            Some(account) => Access::AlsoReadableBy(account.clone()),
            None => Access::OwnerOnly,
        },
        when_exists: if asked.replace {
            WhenExists::KeepCopy
        } else {
            WhenExists::Refuse
        },
        has_password_file: has_password && (asked.write_password_file || asked.generate_password),
    });
    match perform(&request, env, progress)? {
        Report::Converted(converted) => Ok(Done::Written(converted, origin)),
        _ => Err(no_report(&request).into()),
    }
}

fn perform(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Result<Report, Stop> {
    match op::run(request, env, progress) {
        Outcome::Done(report) => Ok(report),
        Outcome::Failed(failure) => Err(failure.into()),
        Outcome::Cancelled => Err(Stop::Cancelled),
    }
}
