//! A binding as the wishes taken so far will leave it.

use super::fix::Fix;
use super::ground::Ground;
use super::host;
use super::refusal::Refusal;
use crate::core::iis::binding::Endpoint;
use crate::core::iis::config::Binding;
use crate::core::iis::flags::{SslFlag, SslFlags};

/// What wishes do to one binding. Each remembers the wish it comes from.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Another `bindingInformation`.
    pub information: Option<(Box<str>, u32)>,
    /// Flags that are set or cleared: wanted state by flag.
    pub flags: Vec<(SslFlag, bool, u32)>,
    /// Taken away.
    pub removed: Option<u32>,
    /// https beside it, on this port.
    pub https: Option<(u16, u32)>,
    /// An entry of http.sys for it as it is.
    pub entry: Option<u32>,
}

impl Draft {
    /// `bindingInformation` as it will be.
    pub fn information<'a>(&'a self, binding: &'a Binding) -> &'a str {
        match &self.information {
            Some((information, _)) => information,
            None => &binding.information,
        }
    }

    /// The flags as they will be.
    pub fn flags(&self, binding: &Binding) -> SslFlags {
        let written = binding.flags();
        self.flags
            .iter()
            .fold(written, |flags, (flag, wanted, _)| match wanted {
                true => flags.with(*flag),
                false => flags.without(*flag),
            })
    }

    /// Takes one more wish.
    pub fn take(
        &mut self,
        number: u32,
        fix: &Fix,
        binding: &Binding,
        ground: &Ground<'_>,
    ) -> Result<(), Refusal> {
        if let Some(other) = self.removed {
            return Err(Refusal::Contradicts { other: other + 1 });
        }
        match fix {
            Fix::GiveHost { host, .. } => self.give_host(number, host, binding, ground),
            Fix::Move { information, .. } => self.go(number, information, binding, ground),
            Fix::TurnSniOn { .. } => self.set(number, &[SslFlag::Sni], &[], binding, ground),
            Fix::SetFlags { set, clear, .. } => self.set(number, set, clear, binding, ground),
            Fix::Remove { .. } => self.remove(number),
            Fix::AddHttps { port, .. } => self.add_https(number, *port, binding),
            Fix::AddEntry { .. } => {
                https(binding)?;
                self.entry = Some(number);
                Ok(())
            }
        }
    }

    fn give_host(
        &mut self,
        number: u32,
        host: &str,
        binding: &Binding,
        ground: &Ground<'_>,
    ) -> Result<(), Refusal> {
        let host = host::checked(host, ground.version).map_err(|fault| Refusal::Host { fault })?;
        let Some(Ok(_)) = &binding.endpoint else {
            return Err(Refusal::BindingNotUnderstood);
        };
        // What stands before the host stays as it is written.
        let (start, _) = binding
            .information
            .rsplit_once(':')
            .ok_or(Refusal::BindingNotUnderstood)?;
        self.inform(number, format!("{start}:{host}"), binding)
    }

    fn go(
        &mut self,
        number: u32,
        information: &str,
        binding: &Binding,
        ground: &Ground<'_>,
    ) -> Result<(), Refusal> {
        let goal = Endpoint::parse(information).map_err(|part| Refusal::Information { part })?;
        let mut information = information.to_owned();
        if !goal.host.is_empty() {
            let host = host::checked(&goal.host, ground.version)
                .map_err(|fault| Refusal::Host { fault })?;
            let start = information.len() - goal.host.len();
            information.truncate(start);
            information.push_str(&host);
        }
        if !(binding.is_https() || binding.is_http()) {
            return Err(Refusal::NotHttps);
        }
        self.inform(number, information, binding)
    }

    fn inform(
        &mut self,
        number: u32,
        information: String,
        binding: &Binding,
    ) -> Result<(), Refusal> {
        if binding.information_span.is_none() {
            return Err(Refusal::BindingNotUnderstood);
        }
        match &self.information {
            Some((other, by)) if **other != *information => {
                Err(Refusal::Contradicts { other: by + 1 })
            }
            _ => {
                self.information = Some((information.into(), number));
                Ok(())
            }
        }
    }

    fn set(
        &mut self,
        number: u32,
        set: &[SslFlag],
        clear: &[SslFlag],
        binding: &Binding,
        ground: &Ground<'_>,
    ) -> Result<(), Refusal> {
        https(binding)?;
        if binding.information_span.is_none() {
            return Err(Refusal::BindingNotUnderstood);
        }
        let wanted = set.iter().map(|flag| (*flag, true));
        let wanted: Vec<_> = wanted
            .chain(clear.iter().map(|flag| (*flag, false)))
            .collect();
        for (flag, value) in &wanted {
            let mut others = self.flags.iter();
            if let Some((_, _, by)) = others.find(|(other, set, _)| other == flag && set != value) {
                return Err(Refusal::Contradicts { other: by + 1 });
            }
            if set.contains(flag) && clear.contains(flag) {
                return Err(Refusal::Contradicts { other: number + 1 });
            }
        }
        if let Some(version) = ground.version
            && let Some(flag) = set.iter().find(|flag| flag.since() > version)
        {
            return Err(Refusal::FlagTooNew {
                flag: *flag,
                version,
            });
        }
        let mut after = self.clone();
        let wanted = wanted.iter().map(|(flag, value)| (*flag, *value, number));
        after.flags.extend(wanted);
        if !set.is_empty()
            && let Some(flag) = after.flags(binding).against_central_store().next()
        {
            return Err(Refusal::FlagAgainstCentralStore { flag });
        }
        *self = after;
        Ok(())
    }

    fn remove(&mut self, number: u32) -> Result<(), Refusal> {
        let others = [
            self.information.as_ref().map(|(_, by)| *by),
            self.flags.first().map(|(_, _, by)| *by),
            self.https.map(|(_, by)| by),
            self.entry,
        ];
        match others.into_iter().flatten().next() {
            Some(other) => Err(Refusal::Contradicts { other: other + 1 }),
            None => {
                self.removed = Some(number);
                Ok(())
            }
        }
    }

    fn add_https(&mut self, number: u32, port: u16, binding: &Binding) -> Result<(), Refusal> {
        if !binding.is_http() {
            return Err(Refusal::NotHttp);
        }
        if binding.endpoint().is_none() || port == 0 {
            return Err(Refusal::BindingNotUnderstood);
        }
        match self.https {
            Some((other, by)) if other != port => Err(Refusal::Contradicts { other: by + 1 }),
            _ => {
                self.https = Some((port, number));
                Ok(())
            }
        }
    }
}

fn https(binding: &Binding) -> Result<(), Refusal> {
    match binding.is_https() {
        true => Ok(()),
        false => Err(Refusal::NotHttps),
    }
}
