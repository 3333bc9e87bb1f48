#include "cli/run_jobs.h"

#include "cli/options.h"

#include <pthread.h>
#include <time.h>
#include <unistd.h>

/* A finished paper waits here until those before it are told of. */
typedef struct Slot {
    Paper paper;
    bool is_done;
} Slot;

typedef struct Queue {
    const InputList *inputs;
    const PaperOptions *options;
    pthread_mutex_t lexicons; /* over loading and freeing them */
    pthread_mutex_t lock;     /* over all below */
    pthread_cond_t done;      /* a slot was filled */
    pthread_cond_t room;      /* a slot was emptied */
    size_t next;              /* the next input to take */
    size_t n_told;
    Slot *slots; /* input i is in slot i % n_slots */
    size_t n_slots;
} Queue;

enum { SLOTS_PER_JOB = 4 };

/* Hunspell counts its users in a table that it shares between threads without a
 * lock: so lexicons are loaded and freed one at a time. */
static Checker *new_checker(Queue *queue)
{
    (void)pthread_mutex_lock(&queue->lexicons);
    Lexicon *lexicon = lexicon_new(queue->options->lexicon);
    (void)lexicon_is_available(lexicon);
    (void)pthread_mutex_unlock(&queue->lexicons);
    return checker_new(queue->options->rules, lexicon);
}

static void free_checker(Queue *queue, Checker *checker)
{
    (void)pthread_mutex_lock(&queue->lexicons);
    checker_free(checker);
    (void)pthread_mutex_unlock(&queue->lexicons);
}

/* Takes and checks one input, with the lock held but for the checking itself. */
static void check_next(Queue *queue, Checker *checker)
{
    size_t index = queue->next++;
    (void)pthread_mutex_unlock(&queue->lock);
    Paper paper;
    paper_check(checker, queue->options, &queue->inputs->items.items[index], &paper);
    (void)pthread_mutex_lock(&queue->lock);
    queue->slots[index % queue->n_slots] = (Slot){paper, true};
    (void)pthread_cond_signal(&queue->done);
}

static void *work(void *context)
{
    Queue *queue = context;
    Checker *checker = new_checker(queue);
    (void)pthread_mutex_lock(&queue->lock);
    while (queue->next < queue->inputs->items.len) {
        if (queue->next < queue->n_told + queue->n_slots)
            check_next(queue, checker);
        else
            (void)pthread_cond_wait(&queue->room, &queue->lock);
    }
    (void)pthread_mutex_unlock(&queue->lock);
    free_checker(queue, checker);
    return NULL;
}

static void wait_a_little(Queue *queue)
{
    enum { WAIT_NS = 100 * 1000 * 1000, SECOND_NS = 1000 * 1000 * 1000 };
    struct timespec until;
    (void)clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += WAIT_NS;
    until.tv_sec += until.tv_nsec / SECOND_NS;
    until.tv_nsec %= SECOND_NS;
    (void)pthread_cond_timedwait(&queue->done, &queue->lock, &until);
}

/* Tells of all papers in order. With a CHECKER it does the work by itself. */
static void tell_all(Queue *queue, const JobEvents *events, Checker *checker)
{
    (void)pthread_mutex_lock(&queue->lock);
    while (queue->n_told < queue->inputs->items.len) {
        Slot *slot = &queue->slots[queue->n_told % queue->n_slots];
        if (!slot->is_done) {
            events->waiting(events->context, queue->n_told);
            if (checker)
                check_next(queue, checker);
            else
                wait_a_little(queue);
            continue;
        }
        Paper paper = slot->paper;
        slot->is_done = false;
        (void)pthread_mutex_unlock(&queue->lock);
        events->done(events->context, &paper);
        paper_free(&paper);
        (void)pthread_mutex_lock(&queue->lock);
        queue->n_told++;
        (void)pthread_cond_broadcast(&queue->room);
    }
    (void)pthread_mutex_unlock(&queue->lock);
}

static size_t start_threads(Queue *queue, pthread_t *threads, size_t n)
{
    size_t n_started = 0;
    while (n_started < n && pthread_create(&threads[n_started], NULL, work, queue) == 0)
        n_started++;
    return n_started;
}

static void init(Queue *queue)
{
    pthread_condattr_t monotonic;
    (void)pthread_condattr_init(&monotonic);
    (void)pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    (void)pthread_mutex_init(&queue->lock, NULL);
    (void)pthread_mutex_init(&queue->lexicons, NULL);
    (void)pthread_cond_init(&queue->done, &monotonic);
    (void)pthread_cond_init(&queue->room, NULL);
    (void)pthread_condattr_destroy(&monotonic);
    queue->slots = mem_calloc(queue->n_slots, sizeof *queue->slots);
}

static void release(Queue *queue)
{
    mem_free(queue->slots);
    (void)pthread_cond_destroy(&queue->room);
    (void)pthread_cond_destroy(&queue->done);
    (void)pthread_mutex_destroy(&queue->lock);
    (void)pthread_mutex_destroy(&queue->lexicons);
}

void run_jobs(const InputList *inputs, const PaperOptions *options, size_t n_jobs,
              const JobEvents *events)
{
    n_jobs = n_jobs < inputs->items.len ? n_jobs : inputs->items.len;
    n_jobs = n_jobs < JOBS_MAX ? n_jobs : JOBS_MAX;
    readers_prepare();
    Queue queue = {.inputs = inputs, .options = options, .n_slots = n_jobs * SLOTS_PER_JOB + 1};
    init(&queue);
    pthread_t threads[JOBS_MAX];
    size_t n_threads = n_jobs > 1 ? start_threads(&queue, threads, n_jobs) : 0;
    Checker *checker = n_threads ? NULL : new_checker(&queue);
    tell_all(&queue, events, checker);
    free_checker(&queue, checker);
    for (size_t i = 0; i < n_threads; i++)
        (void)pthread_join(threads[i], NULL);
    release(&queue);
}

size_t jobs_default(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? (size_t)n : 1;
}
