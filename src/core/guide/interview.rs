//! What the interview asks. Every question has its options in the order in which they are offered; the
//! first is taken until somebody chooses.

use serde::Serialize;

/// Gives an enum its options: all of them in order, and each one's stable name.
macro_rules! options {
    ($(#[$meta:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            #[default]
            $($(#[$about])* $variant,)*
        }

        impl $name {
            /// All options, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Stable name, on the command line and in JSON.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }

            /// The option by its name.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

options! {
    /// Who owns the site.
    Owner {
        /// A company or organisation that is registered.
        Company = "company",
        /// A person without a business licence.
        Person = "person",
        /// A bank, a payment service, an insurance.
        Finance = "finance",
    }
}

options! {
    /// Which names the certificate shall hold.
    Names {
        /// One plain name.
        One = "one",
        /// Several plain names.
        Several = "several",
        /// All names one level below a domain.
        Wildcard = "wildcard",
        /// The same for several domains.
        Wildcards = "wildcards",
    }
}

options! {
    /// Whether an IP address has to be in it.
    Address {
        /// No.
        None = "none",
        /// A public one.
        Public = "public",
        /// One of a private network (RFC 1918, RFC 4193).
        Private = "private",
    }
}

options! {
    /// Who connects.
    Clients {
        /// Browsers of today.
        Browsers = "browsers",
        /// An app on telephones too.
        App = "app",
        /// Old clients too: Windows XP or 7 without updates, Android before 7, Java 6.
        Old = "old",
        /// An app and old clients.
        AppAndOld = "app-and-old",
    }
}

options! {
    /// Whether the Chinese SM algorithms (GB/T 32918) are asked for.
    Sm {
        /// No.
        None = "none",
        /// Besides browsers that do not know them.
        Besides = "besides",
        /// By all who connect.
        Only = "only",
    }
}

options! {
    /// What of the domain can be changed to prove control.
    Control {
        /// DNS records and files on the web server.
        Both = "both",
        /// DNS records.
        Dns = "dns",
        /// Files on the web server.
        Server = "server",
        /// Neither.
        Neither = "neither",
    }
}

options! {
    /// How soon it is needed.
    Haste {
        /// In a week or later.
        Later = "later",
        /// Within a few days.
        Days = "days",
        /// Today.
        Today = "today",
    }
}

/// What was answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Interview {
    /// Who owns the site.
    pub owner: Owner,
    /// Which names it shall hold.
    pub names: Names,
    /// Whether an IP address has to be in it.
    pub address: Address,
    /// Who connects.
    pub clients: Clients,
    /// Whether SM is asked for.
    pub sm: Sm,
    /// What can be changed to prove control.
    pub control: Control,
    /// How soon it is needed.
    pub haste: Haste,
}

impl Interview {
    /// Whether a `*` is asked for.
    pub const fn has_wildcard(&self) -> bool {
        matches!(self.names, Names::Wildcard | Names::Wildcards)
    }

    /// Whether an app on telephones connects.
    pub const fn has_app(&self) -> bool {
        matches!(self.clients, Clients::App | Clients::AppAndOld)
    }

    /// Whether old clients connect.
    pub const fn has_old_clients(&self) -> bool {
        matches!(self.clients, Clients::Old | Clients::AppAndOld)
    }
}

/// One answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reply {
    /// Who owns the site.
    Owner(Owner),
    /// Which names.
    Names(Names),
    /// An IP address.
    Address(Address),
    /// Who connects.
    Clients(Clients),
    /// SM.
    Sm(Sm),
    /// What can be changed.
    Control(Control),
    /// How soon.
    Haste(Haste),
}

impl Reply {
    /// Stable name of the option.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Owner(owner) => owner.name(),
            Self::Names(names) => names.name(),
            Self::Address(address) => address.name(),
            Self::Clients(clients) => clients.name(),
            Self::Sm(sm) => sm.name(),
            Self::Control(control) => control.name(),
            Self::Haste(haste) => haste.name(),
        }
    }
}

impl Interview {
    /// Takes an answer.
    pub const fn take(&mut self, reply: Reply) {
        match reply {
            Reply::Owner(owner) => self.owner = owner,
            Reply::Names(names) => self.names = names,
            Reply::Address(address) => self.address = address,
            Reply::Clients(clients) => self.clients = clients,
            Reply::Sm(sm) => self.sm = sm,
            Reply::Control(control) => self.control = control,
            Reply::Haste(haste) => self.haste = haste,
        }
    }

    /// The answer that stands to a question.
    pub const fn reply(&self, question: Question) -> Reply {
        match question {
            Question::Owner => Reply::Owner(self.owner),
            Question::Names => Reply::Names(self.names),
            Question::Address => Reply::Address(self.address),
            Question::Clients => Reply::Clients(self.clients),
            Question::Sm => Reply::Sm(self.sm),
            Question::Control => Reply::Control(self.control),
            Question::Haste => Reply::Haste(self.haste),
        }
    }
}

/// A question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Who owns the site.
    Owner,
    /// Which names.
    Names,
    /// An IP address.
    Address,
    /// Who connects.
    Clients,
    /// SM.
    Sm,
    /// What can be changed.
    Control,
    /// How soon.
    Haste,
}

impl Question {
    /// All questions, in the order in which they are asked.
    pub const ALL: [Self; 7] = [
        Self::Owner,
        Self::Names,
        Self::Address,
        Self::Clients,
        Self::Sm,
        Self::Control,
        Self::Haste,
    ];

    /// Stable name, on the command line and in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Names => "names",
            Self::Address => "address",
            Self::Clients => "clients",
            Self::Sm => "sm",
            Self::Control => "control",
            Self::Haste => "haste",
        }
    }

    /// Its options, in order.
    pub fn replies(self) -> Vec<Reply> {
        fn all<T: Copy>(options: &[T], reply: fn(T) -> Reply) -> Vec<Reply> {
            options.iter().copied().map(reply).collect()
        }
        match self {
            Self::Owner => all(Owner::ALL, Reply::Owner),
            Self::Names => all(Names::ALL, Reply::Names),
            Self::Address => all(Address::ALL, Reply::Address),
            Self::Clients => all(Clients::ALL, Reply::Clients),
            Self::Sm => all(Sm::ALL, Reply::Sm),
            Self::Control => all(Control::ALL, Reply::Control),
            Self::Haste => all(Haste::ALL, Reply::Haste),
        }
    }
}
