//! Keystores out of a plan: PFX, JKS, JCEKS.

use super::{Bytes, Maker, Stopped};
use crate::core::convert::{PlannedEntry, Recipe, Refusal};
use crate::core::finding::Kind;
use crate::core::keystore::jks::{self, JksContent, JksEntry};
use crate::core::keystore::pfx::{self, PfxContents, PfxKey, PfxTrusted};

impl Maker<'_> {
    pub(super) fn pfx(&self) -> Result<Bytes, Stopped> {
        let Recipe::Pfx(recipe) = self.plan.recipe else {
            return Err(Refusal::NothingHere.into());
        };
        let is_java_trusted = self.plan.choice.target.is_java();
        let keys = self.plan.entries.iter();
        let trusted = self.plan.trusted.iter();
        let contents = PfxContents {
            keys: keys.filter_map(|planned| self.pfx_key(planned)).collect(),
            trusted: trusted
                .map(|(certificate, name)| PfxTrusted {
                    der: &certificate.der,
                    friendly_name: Some(name),
                    is_java_trusted,
                })
                .collect(),
        };
        let secret = self.password()?;
        let (random, progress) = (self.env.random, self.progress);
        Ok(pfx::write(&contents, &recipe, secret, random, progress)?)
    }

    fn pfx_key<'p>(&self, planned: &'p PlannedEntry) -> Option<PfxKey<'p>> {
        Some(PfxKey {
            key: planned.entry.key.as_ref()?,
            chain: self.ders(&planned.entry),
            friendly_name: Some(&planned.name),
            attributes: planned.attributes.clone(),
        })
    }

    pub(super) fn java(&self, kind: Kind) -> Result<Bytes, Stopped> {
        let store = self.password()?;
        let secret = self.passwords.of_keys().map_or(store, AsRef::as_ref);
        let keys = self.plan.entries.iter().filter_map(|planned| {
            let content = JksContent::Key {
                key: planned.entry.key.as_ref()?,
                chain: self.ders(&planned.entry),
                secret,
            };
            let alias = &planned.name;
            Some(JksEntry { alias, content })
        });
        let trusted = self
            .plan
            .trusted
            .iter()
            .map(|(certificate, alias)| JksEntry {
                alias,
                content: JksContent::Trusted(&certificate.der),
            });
        let entries: Vec<JksEntry<'_>> = keys.chain(trusted).collect();
        let rounds = self.plan.recipe.iterations().unwrap_or(1);
        let now = self.env.clock.now();
        let (random, progress) = (self.env.random, self.progress);
        Ok(jks::write(
            kind, &entries, store, now, rounds, random, progress,
        )?)
    }
}
