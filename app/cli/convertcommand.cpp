// SPDX-FileCopyrightText: 2026 Convoy contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/convertoptions.h"
#include "app/cli/exitstatus.h"
#include "core/base/fileio.h"
#include "core/plan/batchcheck.h"
#include "core/plan/planner.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace convoy {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ConvertCommandText {
    Q_DECLARE_TR_FUNCTIONS(convoy::ConvertCommand)
};

bool isPlaceProblem(const JobPlan &plan)
{
    return plan.refusal && (plan.refusal->kind == ErrorKind::OutputUnwritable || plan.refusal->kind == ErrorKind::NoSpace);
}

/// Paths → intake → plan → engine. Everything happens in the event loop, one step after the other.
class Conversion
{
public:
    Conversion(const ConvertOptions &options, BatchSession &session)
        : m_options(options),
          m_session(session),
          m_intake(session.host().makeIntake())
    {
        m_intake->setConverter(options.settings->converter);
        m_intake->setCueRule(cueRuleFromName(options.settings->options.text(u"cue_sheets")));
        QObject::connect(m_intake.get(), &Intake::found, m_intake.get(), [this](const auto &files) { take(files); });
        QObject::connect(m_intake.get(), &Intake::probed, m_intake.get(), [this](const auto &files) { take(files); });
        QObject::connect(m_intake.get(), &Intake::withdrawn, m_intake.get(), [this](const auto &files) { drop(files); });
        QObject::connect(m_intake.get(), &Intake::finished, m_intake.get(), [this] { fillIn(); });
        QObject::connect(&session, &BatchSession::interrupted, m_intake.get(), [this] { interrupted(); });
        QObject::connect(&session, &BatchSession::ended, m_intake.get(),
                         [this] { QCoreApplication::exit(m_session.conclude()); });
    }

    int run()
    {
        const ConversionSettings &settings = *m_options.settings;
        if (const Result<void> ok = m_session.host().workers().checkEncoder(settings.converter, settings.options); !ok)
            return unfitEnvironment(ok.error());
        const bool isOfList = m_options.list && m_options.paths.empty();
        const std::vector<Path> paths = isOfList ? filesOfList() : m_options.paths;
        if (paths.empty())
            QMetaObject::invokeMethod(
                m_intake.get(), [this] { fillIn(); }, Qt::QueuedConnection);
        else
            m_intake->add(paths, !isOfList && m_options.recursive);
        return QCoreApplication::exec();
    }

private:
    void take(const std::vector<FoundFile> &files)
    {
        for (const FoundFile &file : files)
            m_found[file.id] = {.input = file.scanned.file,
                                .info = {.formatId = file.formatId, .kind = file.kind},
                                .refusal = file.scanned.refusal,
                                .settings = m_options.settings,
                                .nameTemplate = m_options.nameTemplate};
    }

    void take(const std::vector<ProbedFile> &files)
    {
        for (const ProbedFile &file : files) {
            PlanItem &planned = m_found[file.id];
            planned.refusal = file.refusal;
            planned.info = file.info;
            if (file.piece && !file.refusal)
                takePiece(planned, *file.piece);
        }
    }

    /// What an index file says goes under what the person says.
    void takePiece(PlanItem &planned, const Piece &piece)
    {
        planned.stem = piece.stem;
        planned.index = piece.index;
        const ConversionSettings &chosen = *m_options.settings;
        const Result<QJsonObject> said = pieceOptions(*findConverter(chosen.converter), piece);
        if (!said) {
            planned.refusal = said.error();
            return;
        }
        QVariantMap values = chosen.options.map();
        for (const auto &[key, value] : said->toVariantMap().asKeyValueRange()) {
            if (!m_options.given.contains(key))
                values.insert(key, value);
        }
        planned.settings = withOptions(chosen, values);
    }

    void drop(const std::vector<WithdrawnFile> &files)
    {
        for (const WithdrawnFile &file : files) {
            m_found.erase(file.id);
            if (!file.reason.isEmpty())
                writeMessage(file.reason);
        }
    }

    std::vector<Path> filesOfList() const
    {
        std::vector<Path> files;
        for (const ListRow &row : m_options.list->rows) {
            if (Path file = fileOfRow(row, m_options.listFolder); !file.empty())
                files.push_back(std::move(file));
        }
        return files;
    }

    /// One item a row, however many rows name the same file.
    std::vector<PlanItem> itemsOfList() const
    {
        std::map<Path, const PlanItem *> found;
        for (const auto &[id, item] : m_found)
            found.emplace(item.input.path, &item);
        std::vector<PlanItem> items;
        for (const ListRow &row : m_options.list->rows) {
            PlanItem item;
            if (const Path file = fileOfRow(row, m_options.listFolder); !file.empty()) {
                if (const auto known = found.find(file); known != found.end())
                    item = *known->second;
                else
                    item.refusal = Error{ErrorKind::UnreadableInput, ConvertCommandText::tr("This is not a file.")};
                item.input.path = file;
            }
            item.info = withRow(std::move(item.info), row);
            item.settings = m_options.settings;
            item.nameTemplate = m_options.nameTemplate;
            items.push_back(std::move(item));
        }
        return items;
    }

    /// Each file with each number.
    std::vector<PlanItem> itemsWithRows() const
    {
        std::vector<PlanItem> items;
        for (const auto &[id, found] : m_found) {
            const QString file = displayName(found.input.path.filename());
            for (const ListRow &row : m_options.list->rows) {
                // A file has a name of its own.
                const QString number = row.value(u"i"_s);
                PlanItem item = found;
                item.info = withRow(std::move(item.info), {{u"i"_s, number}, {u"description"_s, file + u" · "_s + number}});
                items.push_back(std::move(item));
            }
        }
        return items;
    }

    /// What an album's file or a database knows goes into the items before they are planned.
    void fillIn()
    {
        if (m_session.isOver())
            return;
        if (m_options.list) {
            m_items = m_options.paths.empty() ? itemsOfList() : itemsWithRows();
        } else {
            for (auto &[id, item] : m_found)
                m_items.push_back(std::move(item));
        }
        if (!m_options.album.isAny())
            return plan();
        m_album = std::make_unique<AlbumStep>(m_options.album, m_session.host().workers(), m_items);
        QObject::connect(m_album.get(), &AlbumStep::finished, m_intake.get(), [this](const std::optional<Error> &error) {
            if (error)
                QCoreApplication::exit(wrongUsage("convert", *error));
            else
                plan();
        });
        m_album->start();
    }

    void plan()
    {
        if (m_session.isOver())
            return;
        const QLatin1StringView family = findConverter(m_options.settings->converter)->family;
        if (const Result<void> warm = m_session.host().workers().warmUp(family); !warm)
            return QCoreApplication::exit(unfitEnvironment(warm.error()));
        if (const QString note = m_session.host().workers().confinementNote(family); !note.isEmpty())
            writeMessage(note);
        if (m_items.empty()) {
            writeMessage(m_options.recursive
                             ? ConvertCommandText::tr("There is nothing to do: no file was found.")
                             : ConvertCommandText::tr(
                                 "There is nothing to do: no file was found. (--recursive looks into sub-folders too.)"));
            return QCoreApplication::exit(ExitStatus::usage);
        }
        std::vector<NameClash> clashes;
        std::vector<JobPlan> plans = planJobs(std::move(m_items), {.outputFolder = m_options.outputFolder}, &clashes);
        if (m_options.dryRun)
            return QCoreApplication::exit(show(plans, clashes));
        if (std::ranges::all_of(plans, isPlaceProblem))
            return QCoreApplication::exit(unfitEnvironment(*plans.front().refusal));
        m_isSubmitted = true;
        m_session.submit(std::move(plans));
    }

    int show(const std::vector<JobPlan> &plans, const std::vector<NameClash> &clashes)
    {
        for (const JobPlan &plan : plans)
            m_session.output().jobPlanned(plan);
        if (!m_options.session.reports.empty())
            writeMessage(ConvertCommandText::tr("A dry run writes no report."));
        const BatchCheck check = checkBatch(plans, clashes, m_session.host().engine().rates());
        if (m_options.session.jsonEvents) {
            QJsonObject event = batchCheckToJson(check);
            event.insert(QStringLiteral("event"), QStringLiteral("batch-checked"));
            writeData(QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n');
        } else {
            for (const QString &line : batchCheckLines(check))
                writeMessage(line);
        }
        return check.isDoable() ? ExitStatus::success : ExitStatus::failure;
    }

    void interrupted()
    {
        if (m_isSubmitted)
            return;
        m_intake->stop();
        QCoreApplication::exit(ExitStatus::interrupted);
    }

    const ConvertOptions &m_options;
    BatchSession &m_session;
    std::map<quint64, PlanItem> m_found; // by the intake's ids
    std::vector<PlanItem> m_items;
    std::unique_ptr<Intake> m_intake;
    std::unique_ptr<AlbumStep> m_album;
    bool m_isSubmitted = false;
};

} // namespace

int runConvert(const Arguments &arguments)
{
    const Result<ConvertOptions> options = readConvertOptions(arguments);
    if (!options)
        return wrongUsage(arguments.command, options.error());
    // First of all: the reports may be wanted in there.
    if (!options->outputFolder.empty() && !options->dryRun) {
        const QString unfit = ConvertCommandText::tr("The output folder “%1” cannot be written to.")
                                  .arg(displayName(options->outputFolder));
        if (const Result<void> ready = makeWritableFolder(options->outputFolder, unfit); !ready)
            return unfitEnvironment(ready.error());
    }
    const Result<std::unique_ptr<BatchSession>> session = BatchSession::open(options->session);
    if (!session)
        return unfitEnvironment(session.error());
    return Conversion(*options, **session).run();
}

} // namespace convoy
